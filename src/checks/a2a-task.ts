import type { Evidence } from '../model/check.ts'
import type { Exchange } from '../model/exchange.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

/** The exchange that is graded, when it went over A2A. */
export function a2aExchangeOf({ siblings, reply }: Evidence): Exchange | undefined {
  const graded = siblings.find((one) => one.reply === reply) ?? siblings[0]
  return graded?.request.transport === 'a2a' ? graded : undefined
}

/** The Task or Message that came; A2A 1.0 names which it is in an object around it. */
export function a2aResultOf({ reply }: Evidence): JsonObject | undefined {
  if (reply.kind !== 'task' || !isJsonObject(reply.raw)) return undefined
  const { task, message, ...rest } = reply.raw
  const inner = Object.keys(rest).length === 0 ? (task ?? message) : undefined
  return isJsonObject(inner) ? inner : reply.raw
}

/** The state of a Task, in the spelling of A2A 0.3; 1.0 writes TASK_STATE_COMPLETED. */
export function taskState(task: JsonObject): string | undefined {
  const state = isJsonObject(task.status) ? task.status.state : undefined
  return typeof state === 'string'
    ? state
        .replace(/^TASK_STATE_/, '')
        .toLowerCase()
        .replaceAll('_', '-')
    : undefined
}

/** The data of the last DataPart that holds an object, in the first artifact (a2a-response-extraction, final states). */
export function lastData(task: JsonObject): JsonObject | undefined {
  const [artifact] = listOf(task.artifacts)
  const parts = isJsonObject(artifact) ? listOf(artifact.parts) : []
  return parts.flatMap((part) => (isDataPart(part) ? [part.data as JsonObject] : [])).at(-1)
}

function isDataPart(part: Json): part is JsonObject {
  return isJsonObject(part) && (part.kind === 'data' || part.kind === undefined) && isJsonObject(part.data)
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}
