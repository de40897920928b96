import { objectsIn } from '../../governance-agent/payload.ts'
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
  }),
} as const satisfies Fault
