import type { Evidence } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { a2aResultOf, taskState } from './a2a-task.ts'

/**
 * Where the envelope's fields are: in the envelope that the payload was wrapped in, else beside the payload's own fields. Over A2A the Task is
 * the envelope: its state is the status. Undefined when the agent gave no AdCP payload.
 */
export function envelopeOf(evidence: Evidence): JsonObject | undefined {
  const { reply, payload } = evidence
  if (reply.kind !== 'task') return undefined
  if (reply.envelope) return reply.envelope
  const task = a2aResultOf(evidence)
  const state = task && taskState(task)
  return payload && state !== undefined ? { ...payload, status: state } : payload
}
