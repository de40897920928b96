import type { JsonObject } from '../../../model/json.ts'
import { objectAt, objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const overlooksDetailsOfARequest = {
  id: 'overlooks-details-of-a-request',
  requirement: 'GOV-GA-028',
  title: 'Takes a request under a used key for the same one when the plan id is the same.',
  break: (parts) => ({
    ...parts,
    recall(state, question) {
      const kept = state.replies.get(`${question.principal}\n${question.args.idempotency_key}`)
      const same = kept?.task === 'sync_plans' && idsIn(kept.question) === idsIn(question.args)
      return kept && same && moneyIn(kept.question) === moneyIn(question.args)
        ? { ...kept.reply, replayed: true }
        : parts.recall(state, question)
    },
  }),
} as const satisfies Fault

function idsIn({ plans }: JsonObject): string {
  return objectsIn(plans)
    .map(({ plan_id }) => plan_id)
    .join()
}

function moneyIn({ plans }: JsonObject): string {
  return objectsIn(plans)
    .map(({ budget }) => objectAt(budget).total)
    .join()
}
