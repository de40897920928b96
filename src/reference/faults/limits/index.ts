import type { Fault } from '../fault.ts'
import { approvesOneOverTheTotal } from './approves-one-over-the-total.ts'
import { approvesOverBudget } from './approves-over-budget.ts'
import { believesTheStatedTotal } from './believes-the-stated-total.ts'
import { comparesAmountsAsText } from './compares-amounts-as-text.ts'
import { countsOneCampaignAtATime } from './counts-one-campaign-at-a-time.ts'
import { countsTheFirstPackageOnly } from './counts-the-first-package-only.ts'
import { deniesTheExactTotal } from './denies-the-exact-total.ts'
import { deniesUnlistedPurchaseTypes } from './denies-unlisted-purchase-types.ts'
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
import { letsChangesExceedThePlan } from './lets-changes-exceed-the-plan.ts'
import { letsChangesGoAbroad } from './lets-changes-go-abroad.ts'
import { letsChangesRunLate } from './lets-changes-run-late.ts'
import { letsChangesTakeAnyChannel } from './lets-changes-take-any-channel.ts'
import { looksAtTheFirstPlaceOnly } from './looks-at-the-first-place-only.ts'
import { overlooksTotalBudgets } from './overlooks-total-budgets.ts'
import { takesSilenceForTheRegion } from './takes-silence-for-the-region.ts'
import { takesUnnamedPurchasesForCreative } from './takes-unnamed-purchases-for-creative.ts'
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
] as const satisfies readonly Fault[]
