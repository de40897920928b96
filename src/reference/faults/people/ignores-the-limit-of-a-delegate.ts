import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const ignoresTheLimitOfADelegate = {
  id: 'ignores-the-limit-of-a-delegate',
  requirement: 'GOV-GA-055',
  title: 'Lets a delegate spend more than its limit.',
  break: (parts) =>
    withRule(
      parts,
      'delegation',
      (rule) => (subject, facts) => rule({ ...subject, amount: 0 }, { ...facts, commitments: [] }),
    ),
} as const satisfies Fault
