import type { SellerFault } from '../seller-fault.ts'
import { answersStrangersFromMemory } from './answers-strangers-from-memory.ts'
import { asksAboutAShorterFlight } from './asks-about-a-shorter-flight.ts'
import { asksInWords } from './asks-in-words.ts'
import { asksWithoutTheNewPackage } from './asks-without-the-new-package.ts'
import { believesAnyRevocationList } from './believes-any-revocation-list.ts'
import { changesForOtherSellers } from './changes-for-other-sellers.ts'
import { changesInAnOutage } from './changes-in-an-outage.ts'
import { changesOnConditions } from './changes-on-conditions.ts'
import { changesUnderOtherPlans } from './changes-under-other-plans.ts'
import { changesWithExpiredTokens } from './changes-with-expired-tokens.ts'
import { changesWithRevokedTokens } from './changes-with-revoked-tokens.ts'
import { changesWithTokensOfTomorrow } from './changes-with-tokens-of-tomorrow.ts'
import { comparesRequestsAsText } from './compares-requests-as-text.ts'
import { confirmsWhatItPlannedBefore } from './confirms-what-it-planned-before.ts'
import { followsRedirects } from './follows-redirects.ts'
import { forgetsTheInvoiceOfChanges } from './forgets-the-invoice-of-changes.ts'
import { keepsWhatCameWithABadToken } from './keeps-what-came-with-a-bad-token.ts'
import { letsExecutionTokensLiveForEver } from './lets-execution-tokens-live-for-ever.ts'
import { meetsTheFirstConditionOnly } from './meets-the-first-condition-only.ts'
import { overlooksOtherCredentials } from './overlooks-other-credentials.ts'
import { registersAlmostLongCredentials } from './registers-almost-long-credentials.ts'
import { requiresTokensOfAllChanges } from './requires-tokens-of-all-changes.ts'
import { runsLongerThanItAsked } from './runs-longer-than-it-asked.ts'
import { sellsOnTheSecondTry } from './sells-on-the-second-try.ts'
import { skipsConditionsOnBudgets } from './skips-conditions-on-budgets.ts'
import { takesAnEmptyToken } from './takes-an-empty-token.ts'
import { takesMildDenialsForApproval } from './takes-mild-denials-for-approval.ts'
import { tellsTheFirstFindingOnly } from './tells-the-first-finding-only.ts'
import { validatesTheFirstAccountOnly } from './validates-the-first-account-only.ts'

/** Sellers that are right on the main road and around the first corners, and wrong in the second of something: a finding, a condition, a try, a member. */
export const depthFaults = [
  answersStrangersFromMemory,
  registersAlmostLongCredentials,
  validatesTheFirstAccountOnly,
  comparesRequestsAsText,
  overlooksOtherCredentials,
  takesMildDenialsForApproval,
  sellsOnTheSecondTry,
  keepsWhatCameWithABadToken,
  tellsTheFirstFindingOnly,
  takesAnEmptyToken,
  meetsTheFirstConditionOnly,
  skipsConditionsOnBudgets,
  confirmsWhatItPlannedBefore,
  asksAboutAShorterFlight,
  asksInWords,
  runsLongerThanItAsked,
  asksWithoutTheNewPackage,
  changesInAnOutage,
  changesOnConditions,
  requiresTokensOfAllChanges,
  changesForOtherSellers,
  changesUnderOtherPlans,
  changesWithExpiredTokens,
  changesWithTokensOfTomorrow,
  changesWithRevokedTokens,
  letsExecutionTokensLiveForEver,
  believesAnyRevocationList,
  followsRedirects,
  forgetsTheInvoiceOfChanges,
] as const satisfies readonly SellerFault[]
