import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresTheCurrency = {
  id: 'ignores-the-currency',
  requirement: 'GOV-GA-040',
  title: 'Compares amounts without looking at their currency.',
  break: (parts) => withoutRule(parts, 'budgetCurrency'),
} as const satisfies Fault
