import { claimTamperings } from './claim-tamperings.ts'
import {
  algHmac,
  algNone,
  algNoneInCapitals,
  algNoneWithSignature,
  algRsa,
  algRsaPss,
  kidMissing,
  typJwt,
  typMissing,
  typRevocation,
  typUpperCase,
  typWithPrefix,
  unknownCritical,
  unknownKid,
} from './header-tamperings.ts'
import {
  changedClaims,
  foreignSignature,
  keyForEncryption,
  keyNotForVerifying,
  revokedJti,
  revokedKid,
  staleRevocationList,
} from './key-tamperings.ts'
import type { Tampering } from './tampering.ts'
import { wrongInEverything } from './wrong-in-everything.ts'

/**
 * Every way to be wrong that the workshop knows, in the order of the checklist of sellers. A used token is none of them:
 * it is a good one, sent twice.
 */
export const tamperings: readonly Tampering[] = [
  algNone,
  algNoneWithSignature,
  algNoneInCapitals,
  algHmac,
  algRsa,
  algRsaPss,
  typMissing,
  typJwt,
  typUpperCase,
  typWithPrefix,
  typRevocation,
  unknownCritical,
  kidMissing,
  unknownKid,
  keyForEncryption,
  keyNotForVerifying,
  foreignSignature,
  changedClaims,
  ...claimTamperings,
  revokedJti,
  revokedKid,
  staleRevocationList,
  wrongInEverything,
]

export type { Tampering } from './tampering.ts'
export { mintValid, type TokenOrder, type TokenPhase } from './valid-token.ts'
export { openWorkbench, type Workbench } from './workbench.ts'
