import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const trustsTheIntentOnAllocations = {
  id: 'trusts-the-intent-on-allocations',
  requirement: 'GOV-GA-050',
  title: 'Takes the allocation of an execution for granted, since the intent was approved.',
  break: (parts) =>
    withRule(
      parts,
      'allocations',
      (rule) => (subject, facts) => (subject.kind === 'execution' ? [] : rule(subject, facts)),
    ),
} as const satisfies Fault
