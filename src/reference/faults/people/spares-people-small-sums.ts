import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const sparesPeopleSmallSums = {
  id: 'spares-people-small-sums',
  requirement: 'GOV-GA-053',
  title: 'Sends an action to a person only when it costs more than a hundred.',
  break: (parts) => {
    let amount = 0
    const reading = withRule(parts, 'budgetTotal', (rule) => (subject, facts) => {
      amount = subject.amount
      return rule(subject, facts)
    })
    return {
      ...reading,
      decide: (concerns, { review, ...situation }) =>
        parts.decide(concerns, { ...situation, review: amount > 100 ? review : undefined }),
    }
  },
} as const satisfies Fault
