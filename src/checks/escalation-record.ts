import { readPath } from '../json/path.ts'
import type { Json } from '../model/json.ts'

/** Whether the audit summary of a plan records that a person was asked: as an escalation, or in the count of reviewed checks. */
export function recordsEscalation(summary: Json | undefined): boolean {
  const escalations = readPath(summary, 'escalations')
  const reviewed = readPath(summary, 'statuses.human_reviewed')
  return (Array.isArray(escalations) && escalations.length > 0) || (typeof reviewed === 'number' && reviewed > 0)
}
