import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const forgetsMovesOnOtherPlans = {
  id: 'forgets-moves-on-other-plans',
  requirement: 'GOV-GA-062',
  title: 'Adds up reallocations on the same plan only.',
  break: (parts) =>
    withRule(parts, 'reallocation', (rule) => (subject, facts) => {
      const reallocatedInWindow = facts.commitments.reduce((sum, { reallocated }) => sum + reallocated, 0)
      return rule(subject, { ...facts, reallocatedInWindow })
    }),
} as const satisfies Fault
