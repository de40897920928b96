import type { Fault } from '../fault.ts'
import { addsUpInBinary } from './adds-up-in-binary.ts'
import { approvesOneOverTheTotal } from './approves-one-over-the-total.ts'
import { approvesOverBudget } from './approves-over-budget.ts'
import { believesTheStatedTotal } from './believes-the-stated-total.ts'
import { comparesAmountsAsText } from './compares-amounts-as-text.ts'
import { comparesDatesAsText } from './compares-dates-as-text.ts'
import { countsOneCampaignAtATime } from './counts-one-campaign-at-a-time.ts'
import { countsTheFirstPackageOnly } from './counts-the-first-package-only.ts'
import { countsTheLastOutcomeOnly } from './counts-the-last-outcome-only.ts'
import { countsTwoPackagesOnly } from './counts-two-packages-only.ts'
import { deniesTheExactTotal } from './denies-the-exact-total.ts'
import { deniesUnlistedPurchaseTypes } from './denies-unlisted-purchase-types.ts'
import { forgetsTheCents } from './forgets-the-cents.ts'
import { forgetsUsedAllocations } from './forgets-used-allocations.ts'
import { forgetsWhatIsCommitted } from './forgets-what-is-committed.ts'
import { ignoresAllocations } from './ignores-allocations.ts'
import { ignoresChannels } from './ignores-channels.ts'
import { ignoresCountries } from './ignores-countries.ts'
import { ignoresTheBudgetOfUpdates } from './ignores-the-budget-of-updates.ts'
import { ignoresTheChannelMix } from './ignores-the-channel-mix.ts'
import { ignoresTheCurrency } from './ignores-the-currency.ts'
import { ignoresTheEndOfTheFlight } from './ignores-the-end-of-the-flight.ts'
import { ignoresThePortfolioCap } from './ignores-the-portfolio-cap.ts'
import { ignoresTheShareOfASeller } from './ignores-the-share-of-a-seller.ts'
import { ignoresTheStartOfTheFlight } from './ignores-the-start-of-the-flight.ts'
import { isContentWithOneCountry } from './is-content-with-one-country.ts'
import { letsAddedPackagesGoAbroad } from './lets-added-packages-go-abroad.ts'
import { letsChangesExceedThePlan } from './lets-changes-exceed-the-plan.ts'
import { letsChangesGoAbroad } from './lets-changes-go-abroad.ts'
import { letsChangesRunLate } from './lets-changes-run-late.ts'
import { letsChangesTakeAnyChannel } from './lets-changes-take-any-channel.ts'
import { letsProposedChangesGoAbroad } from './lets-proposed-changes-go-abroad.ts'
import { letsProposedChangesRunLate } from './lets-proposed-changes-run-late.ts'
import { letsSellersLeaveTheRegion } from './lets-sellers-leave-the-region.ts'
import { looksAtTheFirstPlaceOnly } from './looks-at-the-first-place-only.ts'
import { looksAtTheFirstRegionOnly } from './looks-at-the-first-region-only.ts'
import { overlooksAddedPackages } from './overlooks-added-packages.ts'
import { overlooksAllocatedShares } from './overlooks-allocated-shares.ts'
import { overlooksDatesOfPackages } from './overlooks-dates-of-packages.ts'
import { overlooksRegionsAbroad } from './overlooks-regions-abroad.ts'
import { overlooksTotalBudgets } from './overlooks-total-budgets.ts'
import { takesSilenceForTheRegion } from './takes-silence-for-the-region.ts'
import { takesUnnamedPurchasesForCreative } from './takes-unnamed-purchases-for-creative.ts'
import { toleratesHalfADay } from './tolerates-half-a-day.ts'
import { trustsTheIntentOnAllocations } from './trusts-the-intent-on-allocations.ts'
import { trustsTheIntentOnAmounts } from './trusts-the-intent-on-amounts.ts'
import { trustsTheIntentOnDates } from './trusts-the-intent-on-dates.ts'
import { trustsTheIntentOnPlaces } from './trusts-the-intent-on-places.ts'

export const limitFaults = [
  approvesOverBudget,
  deniesTheExactTotal,
  approvesOneOverTheTotal,
  countsTheFirstPackageOnly,
  ignoresTheBudgetOfUpdates,
  forgetsWhatIsCommitted,
  countsOneCampaignAtATime,
  ignoresCountries,
  looksAtTheFirstPlaceOnly,
  takesSilenceForTheRegion,
  ignoresTheEndOfTheFlight,
  ignoresTheStartOfTheFlight,
  ignoresChannels,
  ignoresTheChannelMix,
  ignoresTheShareOfASeller,
  ignoresAllocations,
  deniesUnlistedPurchaseTypes,
  ignoresThePortfolioCap,
  takesUnnamedPurchasesForCreative,
  trustsTheIntentOnAmounts,
  trustsTheIntentOnPlaces,
  trustsTheIntentOnDates,
  letsChangesExceedThePlan,
  letsChangesGoAbroad,
  letsChangesRunLate,
  letsChangesTakeAnyChannel,
  ignoresTheCurrency,
  comparesAmountsAsText,
  overlooksTotalBudgets,
  believesTheStatedTotal,
  forgetsTheCents,
  addsUpInBinary,
  countsTwoPackagesOnly,
  overlooksAddedPackages,
  countsTheLastOutcomeOnly,
  overlooksRegionsAbroad,
  isContentWithOneCountry,
  letsAddedPackagesGoAbroad,
  letsProposedChangesGoAbroad,
  looksAtTheFirstRegionOnly,
  letsSellersLeaveTheRegion,
  comparesDatesAsText,
  toleratesHalfADay,
  overlooksDatesOfPackages,
  letsProposedChangesRunLate,
  forgetsUsedAllocations,
  overlooksAllocatedShares,
  trustsTheIntentOnAllocations,
] as const satisfies readonly Fault[]
