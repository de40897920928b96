import { withRule } from '../faults/with-rule.ts'
import { note } from '../governance-agent/concern.ts'
import { totalOf } from '../governance-agent/ledger.ts'
import type { Variant } from './variant.ts'

/** The task page asks for an error, the specification for a finding on the next check; either will do. */
export const reportsTheShortfallLater = {
  id: 'reports-the-shortfall-later',
  title: 'Takes a budget below what is committed, and says so with a finding on the next check.',
  vary: (parts) => ({
    ...withRule(parts, 'budgetTotal', (rule) => (subject, facts) => {
      const { plan, commitments } = facts
      if (totalOf(commitments) <= plan.budget.total) return rule(subject, facts)
      const shortfall = note('budget_authority', `${totalOf(commitments)} of ${plan.budget.total} is committed.`)
      return [shortfall, ...rule(subject, facts)]
    }),
    refusePlan: (plan, at, history) => parts.refusePlan(plan, at, { ...history, committed: 0 }),
  }),
} as const satisfies Variant
