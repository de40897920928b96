import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const countsOneCampaignAtATime = {
  id: 'counts-one-campaign-at-a-time',
  requirement: 'GOV-GA-041',
  title: 'Counts what the same campaign has committed, and not the others on the plan.',
  break: (parts) =>
    withRule(parts, 'budgetTotal', (rule) => (subject, facts) => {
      const commitments = facts.commitments.filter(({ actionId }) => actionId === subject.actionId)
      return rule(subject, { ...facts, commitments })
    }),
} as const satisfies Fault
