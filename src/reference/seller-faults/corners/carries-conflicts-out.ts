import { objectAt, objectsIn, textAt } from '../../governance-agent/payload.ts'
import type { Question } from '../../seller/idempotency.ts'
import type { SellerParts } from '../../seller/parts.ts'
import type { SellerState } from '../../seller/state.ts'
import type { SellerFault } from '../seller-fault.ts'

export const carriesConflictsOut = {
  id: 'carries-conflicts-out',
  requirement: 'GOV-SE-007',
  title: 'Says that a key was used for another request, and carries this one out.',
  break: (parts) => ({
    ...parts,
    recall(state, question) {
      try {
        return parts.recall(state, question)
      } catch (conflict) {
        if (question.task === 'sync_governance') registerAll(question, state, parts)
        throw conflict
      }
    },
  }),
} as const satisfies SellerFault

function registerAll({ args, principal }: Question, state: SellerState, parts: SellerParts): void {
  for (const { account, governance_agents } of objectsIn(args.accounts)) {
    const own = parts.ownAccount(state, account, principal)
    const agents = objectsIn(governance_agents).map(({ url, authentication }) => ({
      url: textAt(url) ?? '',
      credential: textAt(objectAt(authentication).credentials) ?? '',
    }))
    if (own) parts.register(state, own.id, agents)
  }
}
