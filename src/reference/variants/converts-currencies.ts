import { withoutRule, withRule } from '../faults/with-rule.ts'
import type { Variant } from './variant.ts'

/** US dollars for a Kuwaiti dinar, roughly. */
const rate = 3.25

export const convertsCurrencies = {
  id: 'converts-currencies',
  title: 'Converts amounts in another currency and holds them against the plan, where it could refuse them.',
  vary: (parts) =>
    withRule(withoutRule(parts, 'budgetCurrency'), 'budgetTotal', (rule) => (subject, facts) => {
      const amount = subject.currency === 'KWD' ? subject.amount * rate : subject.amount
      return rule({ ...subject, amount }, facts)
    }),
} as const satisfies Variant
