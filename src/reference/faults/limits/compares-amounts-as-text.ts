import { totalOf } from '../../governance-agent/ledger.ts'
import { sum } from '../../governance-agent/money.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const comparesAmountsAsText = {
  id: 'compares-amounts-as-text',
  requirement: 'GOV-GA-040',
  title: 'Compares amounts digit by digit, so that a million is less than fifty thousand.',
  break: (parts) =>
    withRule(parts, 'budgetTotal', (rule) => (subject, facts) => {
      const spent = sum([totalOf(facts.commitments), subject.amount])
      return String(spent) <= String(facts.plan.budget.total) ? [] : rule(subject, facts)
    }),
} as const satisfies Fault
