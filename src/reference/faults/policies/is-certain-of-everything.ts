import { note } from '../../governance-agent/concern.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const isCertainOfEverything = {
  id: 'is-certain-of-everything',
  requirement: 'GOV-GA-077',
  title: 'Reports what it cannot know without saying how sure it is.',
  break: (parts) =>
    withRule(
      parts,
      'audienceSize',
      (rule) => (subject, facts) =>
        rule(subject, facts).map(({ finding: { category_id, explanation } }) => note(category_id, explanation)),
    ),
} as const satisfies Fault
