import type { JsonObject } from '../../../model/json.ts'
import { objectsIn, textAt } from '../../governance-agent/payload.ts'
import type { CheckRecord, OutcomeRecord } from '../../governance-agent/state.ts'
import type { Fault } from '../fault.ts'

export const logsNoReviewer = {
  id: 'logs-no-reviewer',
  requirement: 'GOV-GA-166',
  title: 'Logs that a human decided, and not who.',
  break: (parts) => ({
    ...parts,
    auditSummary(items) {
      const summary = parts.auditSummary(items)
      const escalations = objectsIn(summary.escalations).map(({ resolution, ...rest }) =>
        resolution === undefined ? rest : { ...rest, resolution: 'resolved' },
      )
      return { ...summary, escalations }
    },
    auditEntries: (items, planId) => parts.auditEntries(items, planId).map((entry) => withoutNames(entry, items)),
  }),
} as const satisfies Fault

function withoutNames(entry: JsonObject, items: readonly (CheckRecord | OutcomeRecord)[]): JsonObject {
  const names = items.flatMap((item) => ('review' in item && item.review?.resolution?.actor) || [])
  const told = textAt(entry.explanation)
  if (told === undefined) return entry
  return { ...entry, explanation: names.reduce((text, name) => text.replaceAll(name, 'a person'), told) }
}
