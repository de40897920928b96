import type { Fault } from '../fault.ts'
import { approvesLongerAddresses } from './approves-longer-addresses.ts'
import { approvesSellersOfTheSameHost } from './approves-sellers-of-the-same-host.ts'
import { approvesSiblingAgents } from './approves-sibling-agents.ts'
import { asksAfterTheCrossing } from './asks-after-the-crossing.ts'
import { asksNoHuman } from './asks-no-human.ts'
import { callsUnknownPlansInvalid } from './calls-unknown-plans-invalid.ts'
import { deniesInsteadOfAsking } from './denies-instead-of-asking.ts'
import { foldsPlanIds } from './folds-plan-ids.ts'
import { forgetsMovesOnOtherPlans } from './forgets-moves-on-other-plans.ts'
import { forgetsThatDelegationsEnd } from './forgets-that-delegations-end.ts'
import { forgetsWhatDelegatesSpent } from './forgets-what-delegates-spent.ts'
import { givesBackWhatIsReduced } from './gives-back-what-is-reduced.ts'
import { givesEachDelegateAWindow } from './gives-each-delegate-a-window.ts'
import { ignoresDelegations } from './ignores-delegations.ts'
import { ignoresSuspension } from './ignores-suspension.ts'
import { ignoresTheLimitOfADelegate } from './ignores-the-limit-of-a-delegate.ts'
import { ignoresTheMarketsOfADelegate } from './ignores-the-markets-of-a-delegate.ts'
import { isContentWithOneMarket } from './is-content-with-one-market.ts'
import { judgesEachMoveByItself } from './judges-each-move-by-itself.ts'
import { letsAnySellerIn } from './lets-any-seller-in.ts'
import { letsCallersPoseAsOthers } from './lets-callers-pose-as-others.ts'
import { letsExecutorsReallocate } from './lets-executors-reallocate.ts'
import { letsStrangersReport } from './lets-strangers-report.ts'
import { letsStrangersRewrite } from './lets-strangers-rewrite.ts'
import { reallocatesFreely } from './reallocates-freely.ts'
import { showsPlansToAnyone } from './shows-plans-to-anyone.ts'
import { sparesPeopleSmallSums } from './spares-people-small-sums.ts'
import { takesThresholdZeroForNone } from './takes-threshold-zero-for-none.ts'
import { tellsForeignPlansApart } from './tells-foreign-plans-apart.ts'

export const peopleFaults = [
  letsAnySellerIn,
  approvesSellersOfTheSameHost,
  reallocatesFreely,
  takesThresholdZeroForNone,
  asksNoHuman,
  deniesInsteadOfAsking,
  ignoresDelegations,
  forgetsThatDelegationsEnd,
  ignoresTheLimitOfADelegate,
  ignoresTheMarketsOfADelegate,
  letsExecutorsReallocate,
  judgesEachMoveByItself,
  forgetsMovesOnOtherPlans,
  givesBackWhatIsReduced,
  asksAfterTheCrossing,
  callsUnknownPlansInvalid,
  showsPlansToAnyone,
  tellsForeignPlansApart,
  ignoresSuspension,
  letsCallersPoseAsOthers,
  givesEachDelegateAWindow,
  approvesLongerAddresses,
  approvesSiblingAgents,
  forgetsWhatDelegatesSpent,
  isContentWithOneMarket,
  sparesPeopleSmallSums,
  letsStrangersReport,
  letsStrangersRewrite,
  foldsPlanIds,
] as const satisfies readonly Fault[]
