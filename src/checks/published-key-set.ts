import { KeysOutOfReach } from '../errors.ts'
import { equalJson } from '../json/equal.ts'
import type { Evidence } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { PublishedDocument } from '../model/published-keys.ts'

/**
 * Every key that the agent publishes, each once, wherever it was found.
 * @throws KeysOutOfReach when no key set was found
 */
export function publishedKeySet({ keys }: Evidence): readonly JsonObject[] {
  const documents = keys?.jwks ?? []
  const sets = documents.flatMap(({ body }) => (isKeySet(body) ? [body.keys] : []))
  if (sets.length === 0)
    throw new KeysOutOfReach(`no key set of the agent was found${tried(documents)}: ${kitRemedy('jwks_url')}`)
  const all = sets.flat().filter(isJsonObject)
  return all.filter((key, at) => all.findIndex((other) => equalJson(other, key)) === at)
}

/** The published keys of this id. @throws KeysOutOfReach */
export function keysNamed(kid: Json | undefined, evidence: Evidence): readonly JsonObject[] {
  return publishedKeySet(evidence).filter((key) => key.kid === kid)
}

/** What to do about a document that was not found. */
export function kitRemedy(name: string): string {
  return `give its address as governance.agent.${name} in the test kit`
}

/** Where a document was looked for, and what was there instead. */
export function tried(documents: readonly PublishedDocument[]): string {
  if (documents.length === 0) return ''
  return ` (${documents.map(({ url, problem = 'another document' }) => `${url}: ${problem}`).join('; ')})`
}

export function isKeySet(body: Json | undefined): body is { readonly keys: readonly Json[] } {
  return isJsonObject(body) && Array.isArray(body.keys)
}
