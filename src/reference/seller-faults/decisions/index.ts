import type { SellerFault } from '../seller-fault.ts'
import { adjustsAndDoesNotAskAgain } from './adjusts-and-does-not-ask-again.ts'
import { answersDenialsWithSuccess } from './answers-denials-with-success.ts'
import { answersRightsWithErrors } from './answers-rights-with-errors.ts'
import { asksOnce } from './asks-once.ts'
import { callsDenialsPolicy } from './calls-denials-policy.ts'
import { callsSilenceADenial } from './calls-silence-a-denial.ts'
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
] as const satisfies readonly SellerFault[]
