import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const trustsTheIntentOnDates = {
  id: 'trusts-the-intent-on-dates',
  requirement: 'GOV-GA-044',
  title: 'Takes the dates of an execution for granted, since the intent was approved.',
  break: (parts) =>
    withRule(
      parts,
      'flight',
      (rule) => (subject, facts) =>
        subject.kind === 'execution' && subject.phase === 'purchase' ? [] : rule(subject, facts),
    ),
} as const satisfies Fault
