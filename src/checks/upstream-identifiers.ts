import { createHash } from 'node:crypto'
import { AuthoringDefect } from '../errors.ts'
import { readAll } from '../json/wildcard.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { isJsonType, type Seen } from './upstream-payload.ts'

/** storyboard-schema, identifier_paths: names with dots between them, each of which may end in `[*]`. */
export const identifierPath =
  '^(?!(?:request|response|context)[.[])[A-Za-z_][A-Za-z0-9_-]*(?:\\[\\*\\])?(?:\\.[A-Za-z_][A-Za-z0-9_-]*(?:\\[\\*\\])?)*$'

/**
 * The values in the request that must be found again in a call.
 * @throws AuthoringDefect when the request holds none: then nothing would be asserted
 */
export function identifiersIn(request: JsonObject, paths: readonly string[]): readonly string[] {
  const values = paths.flatMap((path) => valuesAt(request, path))
  return [...new Set(values)]
}

/** Where a call shows the value: anywhere in its body or its URL, or proved by digest. */
export function identifierSeen(identifier: string, calls: readonly JsonObject[]): Seen {
  const seen = calls.map((call) => seenIn(call, identifier))
  if (seen.includes('found')) return 'found'
  return seen.includes('missing') ? 'missing' : 'unseen'
}

function valuesAt(request: JsonObject, path: string): readonly string[] {
  const found = readAll(request, path).flatMap(leaves)
  if (found.length === 0) throw new AuthoringDefect(`the request holds no identifier at ${path}`)
  return found
}

function seenIn(call: JsonObject, identifier: string): Seen {
  if (urlHolds(call, identifier)) return 'found'
  if (call.attestation_mode === 'digest') return provedBy(call, identifier)
  if (call.payload === undefined) return 'missing'
  const texts = leaves(call.payload)
  return texts.some((text) => textHolds(text, identifier)) ? 'found' : 'missing'
}

/** A request without a body, such as a GET, forwards an identifier in its address. */
function urlHolds({ url }: JsonObject, identifier: string): boolean {
  return typeof url === 'string' && textHolds(url, identifier)
}

function textHolds(text: string, identifier: string): boolean {
  return text.includes(identifier) || text.includes(encodeURIComponent(identifier))
}

function provedBy(call: JsonObject, identifier: string): Seen {
  const digest = createHash('sha256').update(identifier, 'utf8').digest('hex')
  const proofs = isJsonType(call) && Array.isArray(call.identifier_match_proofs) ? call.identifier_match_proofs : []
  const proof = proofs.find((one: Json) => isJsonObject(one) && one.identifier_value_sha256 === digest)
  if (!isJsonObject(proof)) return 'unseen'
  return proof.found === true ? 'found' : 'missing'
}

/** The strings and numbers in a value, at any depth. */
function leaves(value: Json): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(leaves)
  if (isJsonObject(value)) return Object.values(value).flatMap(leaves)
  return typeof value === 'string' || typeof value === 'number' ? [String(value)].filter((text) => text !== '') : []
}
