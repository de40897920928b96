/** Which codes say the same thing. Some are from the 3.0 pages and not in the enum: an agent may use either name. */
export const errorClasses = {
  validation: ['INVALID_REQUEST', 'VALIDATION_ERROR', 'INVALID_PLAN', 'AMBIGUOUS_CHECK_TYPE', 'BUDGET_BELOW_COMMITTED'],
  not_found: ['PLAN_NOT_FOUND', 'REFERENCE_NOT_FOUND'],
  reference: ['REFERENCE_NOT_FOUND'],
  permission: ['PERMISSION_DENIED', 'SELLER_NOT_RECOGNIZED', 'AUTH_REQUIRED'],
  conflict: ['CONFLICT', 'IDEMPOTENCY_CONFLICT'],
  idempotency_conflict: ['IDEMPOTENCY_CONFLICT'],
  state: ['CAMPAIGN_SUSPENDED', 'INVALID_STATE'],
} as const satisfies Record<string, readonly string[]>

export type ErrorClass = keyof typeof errorClasses
