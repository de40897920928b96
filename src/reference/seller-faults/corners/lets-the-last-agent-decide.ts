import type { Clearance } from '../../seller/authorise.ts'
import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const letsTheLastAgentDecide = {
  id: 'lets-the-last-agent-decide',
  requirement: 'GOV-SE-048',
  title: 'Asks all governance agents, and does what the last one says.',
  break: (parts) => ({
    ...parts,
    async clear(question, work) {
      const agents = work.state.governance.get(question.account.id) ?? []
      let last: Clearance | SellerRefusal = new SellerRefusal('GOVERNANCE_UNAVAILABLE', 'Nobody was asked.')
      for (const agent of agents) {
        const alone = { ...work, parts: { ...work.parts, agentsToAsk: () => [agent] } }
        last = await parts.clear(question, alone).catch(refusalOf)
      }
      if (last instanceof SellerRefusal) throw last
      return last
    },
  }),
} as const satisfies SellerFault

function refusalOf(error: unknown): SellerRefusal {
  if (error instanceof SellerRefusal) return error
  throw error
}
