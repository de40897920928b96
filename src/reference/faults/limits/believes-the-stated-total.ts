import { moneyAt } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const believesTheStatedTotal = {
  id: 'believes-the-stated-total',
  requirement: 'GOV-GA-040',
  title: 'Takes the total that a buy states, whatever its packages cost.',
  break: (parts) =>
    withRule(parts, 'budgetTotal', (rule) => (subject, facts) => {
      const stated = moneyAt(subject.payload.total_budget, 'payload.total_budget')
      return rule(stated === undefined ? subject : { ...subject, amount: stated }, facts)
    }),
} as const satisfies Fault
