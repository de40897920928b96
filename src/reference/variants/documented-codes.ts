import { isJsonObject } from '../../model/json.ts'
import type { Refusal } from '../governance-agent/refusal.ts'
import type { Variant } from './variant.ts'

/** The task pages of 3.0 name codes that its enum does not list; an agent may have followed the pages. */
export const documentedCodes = {
  id: 'documented-codes',
  title: 'Uses the error codes of the 3.0 task pages that the enum does not list.',
  vary: (parts) => ({
    ...parts,
    errorPayload(refusal) {
      const { adcp_error: error, ...rest } = parts.errorPayload(refusal)
      return { ...rest, adcp_error: isJsonObject(error) ? { ...error, code: codeOf(refusal) } : {} }
    },
  }),
} as const satisfies Variant

function codeOf({ code, field = '' }: Refusal): string {
  if (code === 'PERMISSION_DENIED' && field === 'caller') return 'SELLER_NOT_RECOGNIZED'
  if (code === 'VALIDATION_ERROR' && /^plans\[\d+\]\.budget\.total$/.test(field)) return 'BUDGET_BELOW_COMMITTED'
  if (code === 'INVALID_REQUEST' && field.startsWith('plans[')) return 'INVALID_PLAN'
  if (code === 'INVALID_REQUEST' && field === 'planned_delivery') return 'AMBIGUOUS_CHECK_TYPE'
  return code
}
