import { note } from '../../governance-agent/concern.ts'
import type { Rule } from '../../governance-agent/rules/rule.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const playsDownOverspend = {
  id: 'plays-down-overspend',
  requirement: 'GOV-GA-082',
  title: 'Mentions spend beyond the plan in passing, and approves it.',
  break: (parts) => withRule(withRule(parts, 'pacing', inPassing), 'deliverySpend', inPassing),
} as const satisfies Fault

function inPassing(rule: Rule): Rule {
  return (subject, facts) =>
    rule(subject, facts).map(({ finding: { category_id, explanation } }) =>
      note(category_id, explanation, { severity: 'info' }),
    )
}
