import type { SellerFault } from '../seller-fault.ts'
import { activatesSignalsWhenGovernanceIsSilent } from './activates-signals-when-governance-is-silent.ts'
import { activatesSignalsWithoutAsking } from './activates-signals-without-asking.ts'
import { adjustsAndDoesNotAskAgain } from './adjusts-and-does-not-ask-again.ts'
import { answersDenialsWithSuccess } from './answers-denials-with-success.ts'
import { answersRightsWithErrors } from './answers-rights-with-errors.ts'
import { asksOnce } from './asks-once.ts'
import { buildsWhatWasDenied } from './builds-what-was-denied.ts'
import { callsDenialsPolicy } from './calls-denials-policy.ts'
import { callsSilenceADenial } from './calls-silence-a-denial.ts'
import { claimsToAskGovernance } from './claims-to-ask-governance.ts'
import { grantsRightsWithoutAsking } from './grants-rights-without-asking.ts'
import { keepsWhatWasDenied } from './keeps-what-was-denied.ts'
import { losesWhatItSold } from './loses-what-it-sold.ts'
import { neverAsksGovernance } from './never-asks-governance.ts'
import { remembersDenials } from './remembers-denials.ts'
import { rewordsFindings } from './rewords-findings.ts'
import { sellsWhenGovernanceIsSilent } from './sells-when-governance-is-silent.ts'
import { takesConditionsForApproval } from './takes-conditions-for-approval.ts'
import { takesGarbageForApproval } from './takes-garbage-for-approval.ts'
import { tellsDenialsInOnePlace } from './tells-denials-in-one-place.ts'

export const decisionFaults = [
  neverAsksGovernance,
  claimsToAskGovernance,
  callsDenialsPolicy,
  tellsDenialsInOnePlace,
  answersDenialsWithSuccess,
  answersRightsWithErrors,
  sellsWhenGovernanceIsSilent,
  callsSilenceADenial,
  takesGarbageForApproval,
  asksOnce,
  adjustsAndDoesNotAskAgain,
  takesConditionsForApproval,
  keepsWhatWasDenied,
  losesWhatItSold,
  remembersDenials,
  rewordsFindings,
  activatesSignalsWithoutAsking,
  grantsRightsWithoutAsking,
  buildsWhatWasDenied,
  activatesSignalsWhenGovernanceIsSilent,
] as const satisfies readonly SellerFault[]
