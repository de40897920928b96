import { objectsIn } from '../../governance-agent/payload.ts'
import type { SellerFault } from '../seller-fault.ts'

export const registersOneOfSeveral = {
  id: 'registers-one-of-several',
  requirement: 'GOV-SE-004',
  title: 'Registers the first of several governance agents instead of refusing them.',
  break: (parts) => ({
    ...parts,
    async requestProblem(task, args, schemas) {
      const problem = await parts.requestProblem(task, args, schemas)
      return task === 'sync_governance' && problem?.more.field?.endsWith('governance_agents') ? undefined : problem
    },
    register: (state, id, agents) => parts.register(state, id, agents.slice(0, 1)),
    registrationReply: ({ governance_agents: agents, ...entry }) =>
      parts.registrationReply({ ...entry, ...(agents && { governance_agents: objectsIn(agents).slice(0, 1) }) }),
  }),
} as const satisfies SellerFault
