import type { JsonObject } from '../../model/json.ts'
import type { Authority } from '../seller/state.ts'
import type { TokenSubject } from '../seller/token-subject.ts'
import type { SellerWorkings } from '../seller/workings.ts'
import type { SellerVariant } from './seller-variant.ts'

/**
 * 3.0 leaves it open whether a seller verifies: one that does not must keep and forward the token (security, migration). From 3.1 on
 * all must verify (protocol envelope, governance_context).
 */
export const forwardsOnly = {
  id: 'forwards-only',
  title: 'Passes tokens on without looking into them.',
  versions: ['3.0'],
  vary: (parts) => ({ ...parts, authorityOf: forwarded }),
} as const satisfies SellerVariant

async function forwarded(args: JsonObject, { planId }: TokenSubject, { parts }: SellerWorkings): Promise<Authority> {
  const { governance_context: token } = args
  return typeof token === 'string' && token !== '' ? { planId: planId ?? '', token } : parts.withoutToken(args)
}
