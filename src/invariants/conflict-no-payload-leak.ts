import type { FailedOutcome } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { Invariant, Observed } from './invariant.ts'
import { textIn } from './objects-in.ts'

/**
 * Whoever tries keys of others must not learn from the conflict what was asked or answered under them: neither the payload nor a
 * fingerprint of it (idempotency storyboard: hash, digest, field diff). Errors are open objects: a member is no leak for being unknown.
 */
export const conflictNoPayloadLeak: Invariant = {
  id: 'idempotency.conflict_no_payload_leak',
  title: 'An idempotency conflict tells nothing of the request that came first',
  lines: ['3.0', '3.1'],
  judge(answered) {
    const newest = answered.at(-1)
    const reply = newest?.exchange.reply
    if (!newest || reply?.kind !== 'task' || reply.error?.code !== 'IDEMPOTENCY_CONFLICT') return undefined
    const { context: _echoed, ...told } = reply.payload ?? {}
    return fingerprint(told, '') ?? leakedValue(newest, answered.slice(0, -1), told)
  },
}

/** A value that stood in the earlier exchange under the same key, and not in this request. */
function leakedValue(newest: Observed, earlier: readonly Observed[], told: JsonObject): FailedOutcome | undefined {
  const sent = newest.exchange.request.payload
  const key = textIn(sent.idempotency_key)
  const before =
    key === undefined ? [] : earlier.filter(({ exchange }) => exchange.request.payload.idempotency_key === key)
  const own = new Set(tellingIn(sent))
  const secret = before.flatMap(({ exchange: { request, reply } }) => [
    ...tellingIn(request.payload),
    ...(reply.kind === 'task' ? identifiersIn(reply.payload) : []),
  ])
  const words = tellingIn(told).map(String)
  const leaked = secret.find((value) => !own.has(value) && words.some((word) => word.includes(String(value))))
  return leaked === undefined
    ? undefined
    : broken('', `the reply repeats "${leaked}" of the earlier request or its answer`, leaked)
}

const tellingName = /hash|digest|fingerprint|diff|original|cached|previous|stored/i

/** A member that, by its name, holds or describes the earlier request; `field` may only name the key itself. */
function fingerprint(node: Json, pointer: string): FailedOutcome | undefined {
  if (Array.isArray(node))
    return firstOf((node as readonly Json[]).map((item, at) => fingerprint(item, `${pointer}/${at}`)))
  if (!isJsonObject(node)) return undefined
  return firstOf(
    Object.entries(node).map(([name, value]) => {
      const place = `${pointer}/${name}`
      if (isEmpty(value) || (name === 'field' && namesTheKey(value))) return undefined
      if (name === 'field' || tellingName.test(name))
        return broken(place, `the error carries "${name}", which tells of the earlier request`, value)
      return fingerprint(value, place)
    }),
  )
}

function firstOf(found: readonly (FailedOutcome | undefined)[]): FailedOutcome | undefined {
  return found.find((one) => one !== undefined)
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)
}

function namesTheKey(value: Json): boolean {
  return typeof value === 'string' && /(^|[/.])idempotency_key$/.test(value)
}

/** Of the earlier answer only what it named: an agent may say some words in every reply. */
function identifiersIn(value: Json | undefined, name = ''): readonly (string | number)[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => identifiersIn(item, name))
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, item]) => identifiersIn(item, key))
  return /(_id|_ids|_key|token|governance_context)$/.test(name) ? tellingIn(value) : []
}

/** Shorter texts and smaller numbers stand in replies by chance. */
const shortest = 8
const smallest = 1000

/** Texts and numbers that are unlikely to stand anywhere else. */
function tellingIn(value: Json | undefined): readonly (string | number)[] {
  if (typeof value === 'string') return value.length >= shortest ? [value] : []
  if (typeof value === 'number') return Math.abs(value) >= smallest ? [value] : []
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(tellingIn)
  return isJsonObject(value) ? Object.values(value).flatMap(tellingIn) : []
}

function broken(pointer: string, message: string, actual: Json): FailedOutcome {
  return { status: 'failed', message, pointer, expected: 'code, message and recovery only', actual }
}
