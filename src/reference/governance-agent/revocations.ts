import type { RevocationList } from '../../token/sign.ts'
import { iso } from './instant.ts'
import type { Workings } from './workings.ts'

/** Sellers must be able to rely on the list for 15 minutes at most (security, revocation, 3.0). */
const validity = 15 * 60_000

export function revocationList({ issuer, clock, state, keys }: Workings): RevocationList {
  const now = clock.now()
  return {
    version: 1,
    issuer,
    updated: iso(now),
    next_update: iso(now + validity),
    revoked_jtis: [...state.revoked],
    revoked_kids: keys.retired.map(({ kid }) => kid),
  }
}
