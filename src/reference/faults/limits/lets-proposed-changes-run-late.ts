import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const letsProposedChangesRunLate = {
  id: 'lets-proposed-changes-run-late',
  requirement: 'GOV-GA-044',
  title: 'Approves a proposed change of a buy with any dates.',
  break: (parts) =>
    withRule(
      parts,
      'flight',
      (rule) => (subject, facts) => (subject.kind === 'intent' && isChange(subject.tool) ? [] : rule(subject, facts)),
    ),
} as const satisfies Fault

function isChange(tool: string | undefined): boolean {
  return tool?.startsWith('update_') === true
}
