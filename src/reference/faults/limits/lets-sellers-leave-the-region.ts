import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const letsSellersLeaveTheRegion = {
  id: 'lets-sellers-leave-the-region',
  requirement: 'GOV-GA-043',
  title: 'Takes the region of an execution for granted, since the intent was approved.',
  break: (parts) =>
    withRule(
      parts,
      'regions',
      (rule) => (subject, facts) => (subject.kind === 'execution' ? [] : rule(subject, facts)),
    ),
} as const satisfies Fault
