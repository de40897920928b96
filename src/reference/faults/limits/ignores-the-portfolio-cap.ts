import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const ignoresThePortfolioCap = {
  id: 'ignores-the-portfolio-cap',
  requirement: 'GOV-GA-069',
  title: 'Holds actions against the plan, and not against its portfolio.',
  break: (parts) =>
    withRule(parts, 'budgetTotal', (rule) => (subject, facts) => (facts.plan.portfolio ? [] : rule(subject, facts))),
} as const satisfies Fault
