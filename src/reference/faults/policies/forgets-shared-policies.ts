import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const forgetsSharedPolicies = {
  id: 'forgets-shared-policies',
  requirement: 'GOV-GA-069',
  title: 'Holds actions against the policies of their plan, and not against those of its portfolio.',
  break: (parts) =>
    withRule(parts, 'policies', (rule) => (subject, facts) => (facts.plan.portfolio ? [] : rule(subject, facts))),
} as const satisfies Fault
