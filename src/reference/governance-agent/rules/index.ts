import { allocations } from './allocations.ts'
import { audienceSize } from './audience-size.ts'
import { budgetCurrency } from './budget-currency.ts'
import { budgetLeft } from './budget-left.ts'
import { budgetTotal } from './budget-total.ts'
import { channelMix } from './channel-mix.ts'
import { channels } from './channels.ts'
import { contestation } from './contestation.ts'
import { countries } from './countries.ts'
import { delegation } from './delegation.ts'
import { deliveryChannels } from './delivery-channels.ts'
import { deliveryGeo } from './delivery-geo.ts'
import { deliverySpend } from './delivery-spend.ts'
import { excludedAudience } from './excluded-audience.ts'
import { flight } from './flight.ts'
import { lapsedApproval } from './lapsed-approval.ts'
import { pacing } from './pacing.ts'
import { policies } from './policies.ts'
import { reallocation } from './reallocation.ts'
import { regions } from './regions.ts'
import { restrictedAttributes } from './restricted-attributes.ts'
import type { Rule } from './rule.ts'
import { sellerShare } from './seller-share.ts'

/** Every rule that a plan is held against, in reading order. */
export const rules = {
  budgetLeft,
  budgetTotal,
  budgetCurrency,
  allocations,
  sellerShare,
  reallocation,
  flight,
  countries,
  regions,
  channels,
  channelMix,
  delegation,
  policies,
  restrictedAttributes,
  excludedAudience,
  audienceSize,
  contestation,
  lapsedApproval,
  deliveryGeo,
  deliveryChannels,
  deliverySpend,
  pacing,
} as const satisfies Record<string, Rule>

export type RuleSet = Readonly<Record<keyof typeof rules, Rule>>

/** Those that a portfolio holds against the plans in it. */
export const portfolioRules = [
  'budgetTotal',
  'budgetCurrency',
  'flight',
  'countries',
  'channels',
  'policies',
  'restrictedAttributes',
] as const satisfies readonly (keyof RuleSet)[]
