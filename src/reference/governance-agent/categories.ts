import type { CheckKind } from './state.ts'

/** What a proposal or an execution is looked at for. */
export const purchaseCategories: readonly string[] = [
  'budget_authority',
  'flight_compliance',
  'geo_compliance',
  'channel_compliance',
  'delegation_authority',
  'policy_compliance',
  'audience_compliance',
  'regulatory_compliance',
]

export function categoriesOf(kind: CheckKind): readonly string[] {
  if (kind === 'inquiry') return ['budget_authority']
  return kind === 'delivery' ? ['delivery_monitoring'] : purchaseCategories
}
