import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const letsProposedChangesGoAbroad = {
  id: 'lets-proposed-changes-go-abroad',
  requirement: 'GOV-GA-042',
  title: 'Approves a proposed change of a buy in any country.',
  break: (parts) =>
    withRule(
      parts,
      'countries',
      (rule) => (subject, facts) => (subject.kind === 'intent' && isChange(subject.tool) ? [] : rule(subject, facts)),
    ),
} as const satisfies Fault

function isChange(tool: string | undefined): boolean {
  return tool?.startsWith('update_') === true
}
