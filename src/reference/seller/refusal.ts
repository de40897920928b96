import type { JsonObject } from '../../model/json.ts'

/** What may stand beside the code and the message of an error. */
export interface RefusalMore {
  /** Where in the request, like packages[0].budget */
  readonly field?: string
  readonly details?: JsonObject
  readonly recovery?: 'transient' | 'correctable' | 'terminal'
}

/** The seller will not do what was asked. Codes are those of the 3.0 enum, which 3.1 has too. */
export class SellerRefusal extends Error {
  override readonly name = 'SellerRefusal'
  constructor(
    readonly code: string,
    message: string,
    readonly more: RefusalMore = {},
  ) {
    super(message)
  }
}

/** The payload of an error reply: the same error in both places (error handling, the two-layer model). */
export function errorPayload(refusal: SellerRefusal): JsonObject {
  const error = errorOf(refusal)
  return { errors: [error], adcp_error: error }
}

/** One error, as it stands in a reply. */
export function errorOf({ code, message, more }: SellerRefusal): JsonObject {
  const { field, details, recovery = 'correctable' } = more
  return {
    code,
    message,
    ...(field !== undefined && { field }),
    ...(details !== undefined && { details }),
    recovery,
  }
}
