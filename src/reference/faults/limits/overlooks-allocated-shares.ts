import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const overlooksAllocatedShares = {
  id: 'overlooks-allocated-shares',
  requirement: 'GOV-GA-050',
  title: 'Reads allocations that are stated as an amount, and not those in percent.',
  break: (parts) =>
    withRule(
      parts,
      'allocations',
      (rule) => (subject, facts) =>
        facts.plan.budget.allocations?.[subject.purchaseType]?.amount === undefined ? [] : rule(subject, facts),
    ),
} as const satisfies Fault
