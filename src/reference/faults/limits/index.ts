import type { Fault } from '../fault.ts'
import { approvesOneOverTheTotal } from './approves-one-over-the-total.ts'
import { approvesOverBudget } from './approves-over-budget.ts'
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
import { ignoresTheEndOfTheFlight } from './ignores-the-end-of-the-flight.ts'
import { ignoresThePortfolioCap } from './ignores-the-portfolio-cap.ts'
import { ignoresTheShareOfASeller } from './ignores-the-share-of-a-seller.ts'
import { ignoresTheStartOfTheFlight } from './ignores-the-start-of-the-flight.ts'
import { looksAtTheFirstPlaceOnly } from './looks-at-the-first-place-only.ts'
import { takesSilenceForTheRegion } from './takes-silence-for-the-region.ts'
import { takesUnnamedPurchasesForCreative } from './takes-unnamed-purchases-for-creative.ts'

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
] as const satisfies readonly Fault[]
