import type { Json } from '../model/json.ts'
import { isSecretKey, redactByForm, redacted } from './redact-text.ts'
import { valueRedactor } from './redact-values.ts'

/** Hides secrets in text and in JSON; made for one set of known secret values. */
export interface Redactor {
  text(text: string): string
  json(value: Json): Json
}

/** Nothing in AdCP nests this deep; beyond it a value is noise, and later recursion would be unsafe. */
const deepest = 100
const tooDeep = '[nested too deep to show]'
/** Shorter values would hide ordinary words. */
const shortest = 8

/** A redactor that hides by key, by form, and these values wherever they occur. Never changes what it is given. */
export function createRedactor(secrets: Iterable<string>): Redactor {
  const hideValues = valueRedactor(spellings(secrets))
  // A report says the same few words, and has the same few keys, ten thousand times.
  const plain = remembered((shown) => hideValues(redactByForm(shown)))
  const keyShown = remembered(hideValues)
  const hidesMember = remembered(isSecretKey)

  function text(shown: string, depth = 0): string {
    const parsed = parseJsonText(shown)
    if (parsed === undefined) return plain(shown)
    const hidden = json(parsed, depth + 1)
    return hidden === parsed ? shown : JSON.stringify(hidden)
  }

  function json(value: Json, depth = 0): Json {
    if (typeof value === 'string') return text(value, depth)
    if (typeof value !== 'object' || value === null) return value
    if (depth >= deepest) return tooDeep
    return Array.isArray(value) ? list(value, depth) : object(value as { readonly [key: string]: Json }, depth)
  }

  function list(items: readonly Json[], depth: number): Json {
    const hidden = items.map((item) => json(item, depth + 1))
    return hidden.some((item, i) => item !== items[i]) ? hidden : items
  }

  function object(members: { readonly [key: string]: Json }, depth: number): Json {
    const keys = Object.keys(members)
    const values = keys.map((key) => (hidesMember(key) ? redacted : json(members[key] as Json, depth + 1)))
    const names = keys.map(keyShown)
    const changed = keys.some((key, i) => names[i] !== key || values[i] !== members[key])
    return changed ? Object.fromEntries(names.map((name, i) => [name, values[i] as Json])) : members
  }

  return { text: (shown) => text(shown), json: (value) => json(value) }
}

/** The same function, which works out the answer for each text once. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = work(text)
    known.set(text, found)
    return found
  }
}

/** The ways in which these values are likely to stand in text; none for those that are too short to be looked for. */
export function spellings(secrets: Iterable<string>): readonly string[] {
  const long = [...secrets].filter((secret) => secret.length >= shortest && secret !== redacted)
  const all = new Set(
    long.flatMap((secret) => [secret, inUrl(secret), inUrl(secret).toLowerCase(), quoted(secret), ...inBase64(secret)]),
  )
  return [...all]
}

function inUrl(secret: string): string {
  return encodeURIComponent(secret.replace(/\p{Cs}/gu, '\ufffd'))
}

/** As it stands within JSON text. */
function quoted(secret: string): string {
  return JSON.stringify(secret).slice(1, -1)
}

/** The characters that base64 text has in common wherever in it the secret starts, in both alphabets. */
function inBase64(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)])
    const whole = bytes.toString('base64').replace(/=+$/, '')
    const sure = whole.slice(shift === 0 ? 0 : shift + 1, bytes.length % 3 === 0 ? undefined : -1)
    return sure.length >= shortest ? [sure, sure.replaceAll('+', '-').replaceAll('/', '_')] : []
  })
}

/** MCP puts the payload into `content[].text` as well, as a string of JSON. */
function parseJsonText(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
