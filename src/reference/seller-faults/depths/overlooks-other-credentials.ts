import type { JsonObject } from '../../../model/json.ts'
import { asked } from '../../seller/idempotency.ts'
import type { SellerFault } from '../seller-fault.ts'

export const overlooksOtherCredentials = {
  id: 'overlooks-other-credentials',
  requirement: 'GOV-SE-007',
  title: 'Takes a request with another credential for a repetition.',
  break: (parts) => ({
    ...parts,
    recall(state, question) {
      const same = [...state.replies].find(([, one]) => withoutCredentials(one.question) === wordsOf(question.args))
      const isOwn = same?.[0] === JSON.stringify([question.principal, question.args.idempotency_key ?? null])
      return isOwn ? same[1].reply : parts.recall(state, question)
    },
  }),
} as const satisfies SellerFault

function wordsOf(args: JsonObject): string {
  return withoutCredentials(asked(args))
}

function withoutCredentials(request: JsonObject): string {
  return JSON.stringify(request, (key, value: unknown) => (key === 'credentials' ? undefined : value))
}
