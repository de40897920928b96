import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const countsTheLastOutcomeOnly = {
  id: 'counts-the-last-outcome-only',
  requirement: 'GOV-GA-041',
  title: 'Takes the outcome that was reported last for all that is committed.',
  break: (parts) =>
    withRule(
      parts,
      'budgetTotal',
      (rule) => (subject, facts) => rule(subject, { ...facts, commitments: facts.commitments.slice(-1) }),
    ),
} as const satisfies Fault
