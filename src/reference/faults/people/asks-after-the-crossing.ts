import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const asksAfterTheCrossing = {
  id: 'asks-after-the-crossing',
  requirement: 'GOV-GA-065',
  title: 'Lets the move that crosses the threshold through, and asks a human from the next one on.',
  break: (parts) =>
    withRule(parts, 'reallocation', (rule) => (subject, facts) => {
      const { reallocation_threshold: threshold = Number.POSITIVE_INFINITY } = facts.plan.budget
      return facts.reallocatedInWindow > threshold ? rule(subject, facts) : []
    }),
} as const satisfies Fault
