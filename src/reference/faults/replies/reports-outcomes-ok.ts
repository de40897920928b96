import type { Fault } from '../fault.ts'

export const reportsOutcomesOk = {
  id: 'reports-outcomes-ok',
  requirement: 'GOV-GA-011',
  title: 'Answers an outcome with the status "ok".',
  break: (parts) => ({ ...parts, outcomeReply: (outcome) => ({ ...parts.outcomeReply(outcome), status: 'ok' }) }),
} as const satisfies Fault
