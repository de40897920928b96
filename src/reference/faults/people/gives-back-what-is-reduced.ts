import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const givesBackWhatIsReduced = {
  id: 'gives-back-what-is-reduced',
  requirement: 'GOV-GA-064',
  title: 'Takes a reduction off the money that was moved.',
  break: (parts) =>
    withRule(parts, 'reallocation', (rule) => (subject, facts) => {
      const reduced = facts.commitments.reduce((sum, { amount }) => sum + Math.min(0, amount), 0)
      return rule(subject, { ...facts, reallocatedInWindow: facts.reallocatedInWindow + reduced })
    }),
} as const satisfies Fault
