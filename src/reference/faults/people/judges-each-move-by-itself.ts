import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const judgesEachMoveByItself = {
  id: 'judges-each-move-by-itself',
  requirement: 'GOV-GA-062',
  title: 'Holds each reallocation against the threshold by itself, so that pieces pass.',
  break: (parts) =>
    withRule(parts, 'reallocation', (rule) => (subject, facts) => rule(subject, { ...facts, reallocatedInWindow: 0 })),
} as const satisfies Fault
