import type { JsonObject } from '../../model/json.ts'

export type ErrorCode =
  | 'INVALID_REQUEST'
  | 'VALIDATION_ERROR'
  | 'VERSION_UNSUPPORTED'
  | 'PLAN_NOT_FOUND'
  | 'REFERENCE_NOT_FOUND'
  | 'PERMISSION_DENIED'
  | 'CAMPAIGN_SUSPENDED'
  | 'IDEMPOTENCY_CONFLICT'

/** The agent will not do what was asked, in AdCP's own words. Codes are those of the 3.0 enum. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Where in the request, like plans[0].budget.total */
    readonly field?: string,
  ) {
    super(message)
  }
}

/** The payload of an error reply. */
export function errorPayload({ code, message, field }: Refusal): JsonObject {
  const recovery = code === 'CAMPAIGN_SUSPENDED' || code === 'PERMISSION_DENIED' ? 'terminal' : 'correctable'
  return { adcp_error: { code, message, ...(field === undefined ? {} : { field }), recovery } }
}

/** One answer for what does not exist and what is not yours: the two must not be told apart. */
export function planNotFound(): Refusal {
  return new Refusal('PLAN_NOT_FOUND', 'No such plan, or it is not yours.')
}
