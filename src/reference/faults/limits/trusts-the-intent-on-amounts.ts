import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const trustsTheIntentOnAmounts = {
  id: 'trusts-the-intent-on-amounts',
  requirement: 'GOV-GA-040',
  title: 'Takes the amount of an execution for granted, since the intent was approved.',
  break: (parts) =>
    withRule(
      parts,
      'budgetTotal',
      (rule) => (subject, facts) =>
        subject.kind === 'execution' && subject.phase === 'purchase' ? [] : rule(subject, facts),
    ),
} as const satisfies Fault
