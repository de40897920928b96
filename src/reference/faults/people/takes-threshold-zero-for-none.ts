import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const takesThresholdZeroForNone = {
  id: 'takes-threshold-zero-for-none',
  requirement: 'GOV-GA-052',
  title: 'Takes a reallocation threshold of 0 for no threshold.',
  break: (parts) =>
    withRule(
      parts,
      'reallocation',
      (rule) => (subject, facts) => (facts.plan.budget.reallocation_threshold ? rule(subject, facts) : []),
    ),
} as const satisfies Fault
