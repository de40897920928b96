import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const trustsTheIntentOnPlaces = {
  id: 'trusts-the-intent-on-places',
  requirement: 'GOV-GA-042',
  title: 'Takes the country of an execution for granted, since the intent was approved.',
  break: (parts) =>
    withRule(
      parts,
      'countries',
      (rule) => (subject, facts) =>
        subject.kind === 'execution' && subject.phase === 'purchase' ? [] : rule(subject, facts),
    ),
} as const satisfies Fault
