import type { Extraction, TaskReply } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import { readAdcpError } from './adcp-error.ts'
import type { Unwrapped } from './envelope.ts'
import { interimStatus, isBare, unwrap } from './envelope.ts'
import { taskIdOf } from './extract.ts'

const envelopes = ['task', 'message', 'statusUpdate', 'artifactUpdate']
const final = ['completed', 'failed', 'canceled', 'rejected']
const interim = ['working', 'submitted', 'input-required', 'auth-required']
/** A longer one is not carried on: it would be sent again with each call. */
const longestContextId = 1_024
/** Final, and not the result that was asked for. */
const unsuccessful = ['failed', 'canceled', 'rejected', 'auth-required']

/**
 * Reads the AdCP reply out of the result of `message/send` or `tasks/get` (a2a-response-extraction): of a final task the last
 * DataPart of its first artifact, of one that goes on the first DataPart of its status message. Takes the words of A2A 0.3
 * and of 1.0. Takes a malformed result for what is there; never throws.
 */
export function extractA2aReply(result: Json): TaskReply {
  const task = openEnvelope(result)
  const state = stateOf(task)
  const isError = unsuccessful.includes(state)
  const found = findPayload(task, state)
  const unwrapped = found.object && unwrap(found.object)
  const words = texts(task)[0]
  const error = readAdcpError({
    payload: isError ? errorPayload(unwrapped?.payload, task) : unwrapped?.payload,
    ...(unwrapped?.envelope && { envelope: unwrapped.envelope }),
    isError,
    ...(words !== undefined && { text: words }),
  })
  return {
    kind: 'task',
    payload: unwrapped?.payload,
    ...(unwrapped?.envelope && { envelope: unwrapped.envelope }),
    ...goingOn(task, state, unwrapped),
    isError,
    ...(error && { error }),
    extraction: describe(found, unwrapped),
    raw: result,
  }
}

/** The id of a task that A2A itself has not done with; `tasks/get` can be asked for it. */
export function openTaskId(result: Json): string | undefined {
  const task = openEnvelope(result)
  return interim.includes(stateOf(task)) && typeof task.id === 'string' ? task.id : undefined
}

/** The conversation that the agent's answer belongs to. */
export function contextIdOf(result: Json): string | undefined {
  const { contextId } = openEnvelope(result)
  return typeof contextId === 'string' && contextId.length <= longestContextId ? contextId : undefined
}

/** Once: an envelope within an envelope is none (a2a-response-extraction, step 0). */
function openEnvelope(result: Json): JsonObject {
  if (!isJsonObject(result)) return {}
  const [key, another] = Object.keys(result)
  const inner = key === undefined || another !== undefined || !envelopes.includes(key) ? undefined : result[key]
  if (!isJsonObject(inner)) return result
  return isNested(inner) ? {} : inner
}

function isNested(inner: JsonObject): boolean {
  return Object.keys(inner).some((name) => envelopes.includes(name))
}

/** In the words of A2A 0.3; '' when there is none. */
function stateOf(task: JsonObject): string {
  const state = isJsonObject(task.status) ? task.status.state : undefined
  if (typeof state !== 'string') return ''
  return state
    .replace(/^TASK_STATE_/, '')
    .toLowerCase()
    .replaceAll('_', '-')
}

interface Found {
  readonly object?: JsonObject
  readonly note?: string
}

function findPayload(task: JsonObject, state: string): Found {
  if (interim.includes(state)) return { ...objectOf(dataParts(statusParts(task))[0]) }
  if (final.includes(state)) return inFinal(task)
  if (state !== '') return { note: `the task has the state "${state.slice(0, 40)}", which A2A does not know` }
  const isMessage = Array.isArray(task.parts)
  return { note: isMessage ? 'the agent answered with a Message, where AdCP has a Task' : 'the result is no A2A Task' }
}

function inFinal(task: JsonObject): Found {
  const [first] = objectsIn(task.artifacts)
  const last = dataParts(objectsIn(first?.parts)).at(-1)
  if (last && isWrapper(last)) return { note: 'the DataPart wraps its payload in {"response": …}, which AdCP forbids' }
  if (last) return { object: last }
  const [inStatus] = dataParts(statusParts(task))
  return inStatus ? { object: inStatus, note: 'no artifact has a DataPart; the status message has one' } : {}
}

function isWrapper(data: JsonObject): boolean {
  return Object.keys(data).length === 1 && isJsonObject(data.response)
}

/** Some agents put the error into another part than the result (transport-errors, client detection order). */
function errorPayload(payload: JsonObject | undefined, task: JsonObject): JsonObject | undefined {
  if (isJsonObject(payload?.adcp_error)) return payload
  const parts = objectsIn(task.artifacts).flatMap((artifact) => objectsIn(artifact.parts))
  const inAnotherPart = dataParts([...parts, ...statusParts(task)]).find(({ adcp_error }) => isJsonObject(adcp_error))
  return inAnotherPart ? { ...payload, adcp_error: inAnotherPart.adcp_error as Json } : payload
}

type GoingOn = Pick<TaskReply, 'interim' | 'taskId'>

/** A2A's own word for a task that goes on, or AdCP's within a task that A2A has done with. */
function goingOn(task: JsonObject, state: string, unwrapped: Unwrapped | undefined): GoingOn {
  if (state === 'working' || state === 'submitted' || state === 'input-required')
    return { interim: state, ...(typeof task.id === 'string' && { taskId: task.id }) }
  const status = state === 'completed' && unwrapped ? interimStatus(unwrapped) : undefined
  return status && unwrapped ? { interim: status, ...taskIdOf(unwrapped) } : {}
}

function describe({ object, note }: Found, unwrapped: Unwrapped | undefined): Extraction {
  if (!object) return { path: 'none', ...(note !== undefined && { note }) }
  if (isJsonObject(object.adcp_error) && isBare(object))
    return { path: 'error', note: 'the DataPart holds adcp_error and no result' }
  const told = unwrapped?.envelope ? 'the payload was taken out of a protocol envelope' : note
  return { path: 'structured_content', ...(told !== undefined && { note: told }) }
}

function objectOf(object: JsonObject | undefined): Found {
  return object ? { object } : {}
}

/** A part with a `data` object, whatever its `kind` (A2A 0.3 and 1.0). */
function dataParts(parts: readonly JsonObject[]): readonly JsonObject[] {
  return parts.map(({ data }) => data).filter(isJsonObject)
}

function statusParts({ status }: JsonObject): readonly JsonObject[] {
  const message = isJsonObject(status) ? status.message : undefined
  return isJsonObject(message) ? objectsIn(message.parts) : []
}

function texts(task: JsonObject): readonly string[] {
  const parts = [...objectsIn(task.artifacts).flatMap((artifact) => objectsIn(artifact.parts)), ...statusParts(task)]
  return parts.map(({ text }) => text).filter((text) => typeof text === 'string')
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : []
}
