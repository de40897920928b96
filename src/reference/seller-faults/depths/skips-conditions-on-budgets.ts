import type { SellerFault } from '../seller-fault.ts'

export const skipsConditionsOnBudgets = {
  id: 'skips-conditions-on-budgets',
  requirement: 'GOV-SE-014',
  title: 'Asks again without what a condition says of the budget.',
  break: (parts) => ({
    ...parts,
    adjusted: (planned, conditions) =>
      parts.adjusted(
        planned,
        conditions.filter(({ field }) => field !== 'planned_delivery.total_budget'),
      ),
  }),
} as const satisfies SellerFault
