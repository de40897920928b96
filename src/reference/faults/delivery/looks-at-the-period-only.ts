import type { Rule } from '../../governance-agent/rules/rule.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const looksAtThePeriodOnly = {
  id: 'looks-at-the-period-only',
  requirement: 'GOV-GA-082',
  title: 'Looks at what was spent in the period of a report, and not since the start.',
  break: (parts) => withRule(withRule(parts, 'pacing', thisPeriod), 'deliverySpend', thisPeriod),
} as const satisfies Fault

function thisPeriod(rule: Rule): Rule {
  return (subject, facts) => {
    const { cumulative_spend: _sinceTheStart, ...metrics } = subject.metrics ?? {}
    return rule(subject.metrics === undefined ? subject : { ...subject, metrics }, facts)
  }
}
