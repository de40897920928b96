import { violation } from '../../governance-agent/concern.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const deniesUnlistedPurchaseTypes = {
  id: 'denies-unlisted-purchase-types',
  requirement: 'GOV-GA-051',
  title: 'Denies a type of purchase that has no allocation of its own.',
  break: (parts) =>
    withRule(parts, 'allocations', (rule) => (subject, facts) => {
      const parted = facts.plan.budget.allocations
      const unlisted = parted !== undefined && parted[subject.purchaseType] === undefined
      return unlisted
        ? [violation('budget_authority', `${subject.purchaseType} has no allocation.`)]
        : rule(subject, facts)
    }),
} as const satisfies Fault
