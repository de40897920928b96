import { AuthoringDefect } from '../errors.ts'
import { equalJson } from '../json/equal.ts'
import { readAll } from '../json/wildcard.ts'
import type { Json, JsonObject } from '../model/json.ts'

/** Something that at least one call must have carried. */
export interface PayloadMatch {
  readonly path: string
  readonly match: 'present' | 'equals' | 'contains_any'
  readonly value?: Json
  readonly allowed_values?: readonly Json[]
}

/** `unseen`: no call shows a JSON body, because it was digested or is of another type. */
export type Seen = 'found' | 'missing' | 'unseen'

export function payloadSeen(match: PayloadMatch, calls: readonly JsonObject[]): Seen {
  const bodies = calls.flatMap(jsonBody)
  if (bodies.length === 0) return 'unseen'
  return bodies.some((body) => carries(body, match)) ? 'found' : 'missing'
}

/** RFC 6839: `application/json`, or any type that ends in `+json`. */
export function isJsonType({ content_type: type }: JsonObject): boolean {
  const [name = ''] = String(type).toLowerCase().split(';')
  return name.trim() === 'application/json' || name.trim().endsWith('+json')
}

function jsonBody(call: JsonObject): readonly Json[] {
  if (call.attestation_mode === 'digest' || call.payload === undefined || !isJsonType(call)) return []
  return typeof call.payload === 'string' ? decoded(call.payload) : [call.payload]
}

/** A controller may give the body as the text that was sent. */
function decoded(text: string): readonly Json[] {
  try {
    return [JSON.parse(text) as Json]
  } catch {
    return []
  }
}

function carries(body: Json, { path, match, value, allowed_values: allowed = [] }: PayloadMatch): boolean {
  const found = readAll(body, plain(path)).filter((one) => one !== null)
  switch (match) {
    case 'present':
      return found.length > 0
    case 'equals':
      if (value === undefined) throw new AuthoringDefect(`payload_must_contain at ${path} gives no "value"`)
      return found.some((one) => equalJson(one, value))
    case 'contains_any':
      if (allowed.length === 0) throw new AuthoringDefect(`payload_must_contain at ${path} gives no "allowed_values"`)
      return found.some((one) => itemsOf(one).some((item) => allowed.some((wanted) => equalJson(item, wanted))))
    default:
      return match satisfies never
  }
}

function itemsOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? [value, ...value] : [value]
}

/** The path without the optional `$` before it and the dot before an index. */
function plain(path: string): string {
  return path.replace(/^\$\.?/, '').replaceAll('.[', '[')
}
