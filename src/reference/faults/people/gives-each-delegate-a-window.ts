import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const givesEachDelegateAWindow = {
  id: 'gives-each-delegate-a-window',
  requirement: 'GOV-GA-063',
  title: 'Adds up reallocations for each delegate by itself.',
  break: (parts) =>
    withRule(parts, 'reallocation', (rule) => (subject, facts) => {
      const others = facts.commitments.filter(({ caller }) => caller !== subject.caller)
      const elsewhere = others.reduce((sum, { reallocated }) => sum + reallocated, 0)
      return rule(subject, { ...facts, reallocatedInWindow: facts.reallocatedInWindow - elsewhere })
    }),
} as const satisfies Fault
