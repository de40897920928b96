import { Refusal } from '../../governance-agent/refusal.ts'
import type { Fault } from '../fault.ts'

export const tellsTheFirstRequest = {
  id: 'tells-the-first-request',
  requirement: 'GOV-GA-028',
  title: 'Quotes the first request when its key is used for another.',
  break: (parts) => ({
    ...parts,
    recall(state, question) {
      try {
        return parts.recall(state, question)
      } catch (error) {
        const kept = state.replies.get(`${question.principal}\n${question.args.idempotency_key}`)
        if (!(error instanceof Refusal)) throw error
        throw new Refusal(
          error.code,
          `${error.message} It was used for ${JSON.stringify(kept?.question)}.`,
          error.field,
        )
      }
    },
  }),
} as const satisfies Fault
