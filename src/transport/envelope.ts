import type { TaskReply } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'

/** AdCP enums/task-status.json */
const taskStatuses = new Set([
  'submitted',
  'working',
  'input-required',
  'completed',
  'canceled',
  'failed',
  'rejected',
  'auth-required',
  'unknown',
])

/** The fields of core/protocol-envelope.json, and those that any AdCP payload may carry; none of them is a task's own. */
const envelopeFields = new Set([
  'context_id',
  'task_id',
  'status',
  'message',
  'timestamp',
  'replayed',
  'push_notification_config',
  'governance_context',
  'payload',
  'adcp_version',
  'adcp_major_version',
  'adcp_error',
  'errors',
  'context',
  'ext',
])

/** True when the object says nothing beyond the envelope: no field of a task's own. */
export function isBare(object: JsonObject): boolean {
  return Object.keys(object).every((key) => envelopeFields.has(key))
}

export function isTaskStatus(value: Json | undefined): boolean {
  return typeof value === 'string' && taskStatuses.has(value)
}

export interface Unwrapped {
  readonly payload: JsonObject
  readonly envelope?: JsonObject
}

/**
 * Takes the payload out of a protocol envelope. In AdCP 3.0 `status` is also a task's own field (a governance decision),
 * so only a task status beside `payload`, with no field of a task's own, makes an envelope.
 */
export function unwrap(found: JsonObject): Unwrapped {
  const inner = found.payload
  if (!isJsonObject(inner) || !isTaskStatus(found.status) || !isBare(found)) return { payload: found }
  return { payload: inner, envelope: found }
}

/** The task status of a reply that is not final yet; undefined when the payload carries a result. */
export function interimStatus({ payload, envelope }: Unwrapped): TaskReply['interim'] {
  if (envelope) return asInterim(envelope.status)
  const pending = typeof payload.task_id === 'string' || isBare(payload)
  return pending ? asInterim(payload.status) : undefined
}

function asInterim(status: Json | undefined): TaskReply['interim'] {
  return status === 'submitted' || status === 'working' || status === 'input-required' ? status : undefined
}
