import { SellerRefusal } from '../seller/refusal.ts'
import type { TokenFlaw } from '../seller/token-subject.ts'
import type { SellerVariant } from './seller-variant.ts'

/** Which kind of failure it was may be told; which claim it was may not (security, verification error taxonomy). */
export const namesKindsOfFlaws = {
  id: 'names-kinds-of-flaws',
  title: 'Refuses tokens with the codes that the security page has for each kind of failure.',
  vary: (parts) => ({
    ...parts,
    tokenRefusal: (flaw) =>
      new SellerRefusal(codes[flaw] ?? 'governance_token_invalid', 'This token does not do.', {
        field: 'governance_context',
      }),
  }),
} as const satisfies SellerVariant

const codes: Partial<Record<TokenFlaw, string>> = {
  'keys out of reach': 'governance_jwks_unavailable',
  'key unknown': 'governance_key_unknown',
  expired: 'governance_token_expired',
  'not yet good': 'governance_token_not_yet_valid',
  replayed: 'governance_token_replayed',
  revoked: 'governance_token_revoked',
  'revocations stale': 'governance_revocation_stale',
  issuer: 'governance_issuer_not_authorized',
  audience: 'governance_token_not_applicable',
  plan: 'governance_token_not_applicable',
  phase: 'governance_token_not_applicable',
  'media buy': 'governance_token_not_applicable',
}
