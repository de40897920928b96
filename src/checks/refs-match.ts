import canonicalize from 'canonicalize'
import { canonicalAgentUrl } from '../json/agent-url.ts'
import { equalJson } from '../json/equal.ts'
import type { Evidence } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

export interface Scope {
  readonly key: string
  /** A literal value, or `$agent_url`. */
  readonly equals: string
}

/**
 * Tells whether a reference is among these. Two are the same when both have every key, with equal values; a key that both
 * lack makes no match.
 */
export function knownRefs(refs: readonly Json[], keys: readonly string[]): (ref: Json) => boolean {
  const known = new Set(refs.map((ref) => fingerprint(ref, keys)))
  return (ref) => keys.every((key) => keyValue(ref, key) !== undefined) && known.has(fingerprint(ref, keys))
}

export function inScope(ref: Json, { key, equals }: Scope, { agentUrl }: Evidence): boolean {
  const wanted = equals === '$agent_url' ? agentUrl : equals
  return equalJson(keyValue(ref, key), comparable(key, wanted))
}

/** What each reference says of the keys, each saying once. */
export function distinctTuples(refs: readonly Json[], keys: readonly string[]): readonly JsonObject[] {
  return [...new Map(refs.map((ref) => [fingerprint(ref, keys), tuple(ref, keys)])).values()]
}

/** Equal for references that say the same of the keys, whatever the order of the keys in their values. */
function fingerprint(ref: Json, keys: readonly string[]): string {
  return canonicalize(keys.map((key) => keyValue(ref, key) ?? null)) ?? ''
}

function tuple(ref: Json, keys: readonly string[]): JsonObject {
  const held = keys.filter((key) => keyValue(ref, key) !== undefined)
  return Object.fromEntries(held.map((key) => [key, (ref as JsonObject)[key] as Json]))
}

function keyValue(ref: Json, key: string): Json | undefined {
  const value = isJsonObject(ref) && Object.hasOwn(ref, key) ? ref[key] : undefined
  return value === undefined || value === null ? undefined : comparable(key, value)
}

function comparable(key: string, value: Json): Json {
  return typeof value === 'string' && key.toLowerCase().endsWith('url') ? canonicalAgentUrl(value) : value
}
