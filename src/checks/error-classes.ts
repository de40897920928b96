/** Which codes say the same thing. Some are from the 3.0 pages and not in the enum: an agent may use either name. */
export const errorClasses = {
  validation: ['INVALID_REQUEST', 'VALIDATION_ERROR', 'INVALID_PLAN', 'AMBIGUOUS_CHECK_TYPE', 'BUDGET_BELOW_COMMITTED'],
  not_found: ['PLAN_NOT_FOUND', 'REFERENCE_NOT_FOUND'],
  reference: ['REFERENCE_NOT_FOUND'],
  permission: ['PERMISSION_DENIED', 'SELLER_NOT_RECOGNIZED', 'AUTH_REQUIRED'],
  conflict: ['CONFLICT', 'IDEMPOTENCY_CONFLICT'],
  idempotency_conflict: ['IDEMPOTENCY_CONFLICT'],
  state: ['CAMPAIGN_SUSPENDED', 'INVALID_STATE'],
  /** PERMISSION_DENIED by the enum; the others by the security page, verification error taxonomy. */
  governance_token: [
    'PERMISSION_DENIED',
    'governance_token_invalid',
    'governance_token_not_applicable',
    'governance_token_expired',
    'governance_token_not_yet_valid',
    'governance_token_replayed',
    'governance_token_revoked',
    'governance_issuer_not_authorized',
    'governance_key_unknown',
    'governance_jwks_unavailable',
    'governance_jwks_untrusted',
    'governance_revocation_stale',
  ],
} as const satisfies Record<string, readonly string[]>

export type ErrorClass = keyof typeof errorClasses
