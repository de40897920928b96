import type { SellerFault } from '../seller-fault.ts'
import { acceptsAnyLifetime } from './accepts-any-lifetime.ts'
import { acceptsUnsignedTokens } from './accepts-unsigned-tokens.ts'
import { acceptsUsedTokens } from './accepts-used-tokens.ts'
import { believesAnySignatureForSignals } from './believes-any-signature-for-signals.ts'
import { buildsWithoutAToken } from './builds-without-a-token.ts'
import { comparesAudiencesByBeginning } from './compares-audiences-by-beginning.ts'
import { comparesIssuersByHost } from './compares-issuers-by-host.ts'
import { extendsRightsWithoutAToken } from './extends-rights-without-a-token.ts'
import { fetchesFromAnywhere } from './fetches-from-anywhere.ts'
import { fetchesKeysWithoutPause } from './fetches-keys-without-pause.ts'
import { forgivesStaleLists } from './forgives-stale-lists.ts'
import { ignoresRevocations } from './ignores-revocations.ts'
import { ignoresTheAudience } from './ignores-the-audience.ts'
import { ignoresTheExpiry } from './ignores-the-expiry.ts'
import { ignoresTheMediaBuy } from './ignores-the-media-buy.ts'
import { ignoresThePhase } from './ignores-the-phase.ts'
import { ignoresThePlan } from './ignores-the-plan.ts'
import { ignoresTheSignature } from './ignores-the-signature.ts'
import { ignoresTheStart } from './ignores-the-start.ts'
import { ignoresTheType } from './ignores-the-type.ts'
import { ignoresTheUseOfAKey } from './ignores-the-use-of-a-key.ts'
import { ignoresWhatIsCritical } from './ignores-what-is-critical.ts'
import { normalisesTheType } from './normalises-the-type.ts'
import { sellsWithoutAToken } from './sells-without-a-token.ts'
import { takesAnotherKey } from './takes-another-key.ts'
import { takesTheAlgorithmFromTheToken } from './takes-the-algorithm-from-the-token.ts'
import { takesTheBrandFromTheToken } from './takes-the-brand-from-the-token.ts'
import { tellsWhichClaimWasWrong } from './tells-which-claim-was-wrong.ts'
import { trustsAnyIssuer } from './trusts-any-issuer.ts'

export const tokenFaults = [
  sellsWithoutAToken,
  ignoresTheSignature,
  ignoresTheAudience,
  ignoresThePlan,
  ignoresThePhase,
  ignoresTheMediaBuy,
  ignoresTheExpiry,
  ignoresTheStart,
  ignoresTheUseOfAKey,
  acceptsUsedTokens,
  acceptsAnyLifetime,
  comparesAudiencesByBeginning,
  acceptsUnsignedTokens,
  takesTheAlgorithmFromTheToken,
  ignoresTheType,
  normalisesTheType,
  ignoresWhatIsCritical,
  takesAnotherKey,
  fetchesKeysWithoutPause,
  trustsAnyIssuer,
  comparesIssuersByHost,
  takesTheBrandFromTheToken,
  ignoresRevocations,
  forgivesStaleLists,
  fetchesFromAnywhere,
  tellsWhichClaimWasWrong,
  extendsRightsWithoutAToken,
  buildsWithoutAToken,
  believesAnySignatureForSignals,
] as const satisfies readonly SellerFault[]
