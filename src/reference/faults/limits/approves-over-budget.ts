import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const approvesOverBudget = {
  id: 'approves-over-budget',
  requirement: 'GOV-GA-040',
  title: 'Approves whatever it costs.',
  break: (parts) => withoutRule(parts, 'budgetTotal'),
} as const satisfies Fault
