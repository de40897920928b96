import type { Json, JsonObject } from '../model/json.ts'
import { spellings } from '../report/redact-json.ts'
import { isSecretKey, redactByForm } from '../report/redact-text.ts'

/** Shorter values would hide ordinary words. */
const shortest = 8
/** What is found at a secret key, and is no secret that anybody configured, must look like one to be hidden elsewhere, too. */
const looksRandom = /^(?=.*\d)\S{16,}$/
const jws = /^[\w-]+\.[\w-]+\.[\w-]+$/
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const contextKey = /^governance[_-]?contexts?$/i

/**
 * Names that take the place of secrets, one for each value wherever it stands, so that what is equal stays equal, and as long
 * as the value, so that what is measured stays so. Of a signed governance context only the signature is hidden: without it
 * the token opens nothing, and what it says can still be graded.
 */
export class Pseudonyms {
  readonly #names = new Map<string, string>()
  readonly #everywhere = new Set<string>()
  #byLength: readonly (readonly [string, string])[] | undefined

  /** `configured` are hidden wherever they stand; `open` are public, although they stand at keys of secrets. */
  constructor(
    configured: readonly string[],
    readonly open: ReadonlySet<string>,
  ) {
    for (const secret of configured) if (secret.length >= shortest) this.#learn(secret, hidden)
  }

  /** Learns the secrets in a value by the keys that they stand at. */
  collect(value: Json, key = ''): void {
    if (typeof value === 'string') this.#collectText(value, key)
    if (typeof value !== 'object' || value === null) return
    const inherited = isSecretKey(key) ? key : ''
    if (Array.isArray(value)) for (const item of value as readonly Json[]) this.collect(item, inherited)
    else
      for (const [name, item] of Object.entries(value as JsonObject))
        this.collect(item, isSecretKey(name) ? name : inherited)
  }

  /** The value with a name in the place of each secret. Does not change what it is given. */
  hide(value: Json, key = ''): Json {
    if (typeof value === 'string') return isSecretKey(key) ? this.#nameAt(value) : this.#text(value)
    if (typeof value === 'number') return isSecretKey(key) ? 0 : value
    if (typeof value !== 'object' || value === null) return value
    const inherited = isSecretKey(key) ? key : ''
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => this.hide(item, inherited))
    const members = Object.entries(value as JsonObject)
    return Object.fromEntries(
      members.map(([name, item]) => [this.#known(name), this.hide(item, isSecretKey(name) ? name : inherited)]),
    )
  }

  /** What stands for these secrets; nothing for those that are too short to be hidden everywhere. */
  namesOf(secrets: readonly string[]): readonly string[] {
    return secrets.flatMap((secret) => this.#names.get(secret) ?? [])
  }

  #collectText(text: string, key: string): void {
    const inner = parsed(text)
    if (inner !== undefined) this.collect(inner)
    else if (isSecretKey(key) && looksRandom.test(text) && !this.open.has(text))
      this.#learn(text, contextKey.test(key) ? withoutSignature : hidden)
  }

  #learn(secret: string, nameFor: typeof hidden): void {
    if (this.#names.has(secret)) return
    this.#names.set(secret, nameFor(secret, this.#names.size + 1))
    this.#everywhere.add(secret)
    this.#byLength = undefined
  }

  #nameAt(secret: string): string {
    if (secret === '' || this.open.has(secret)) return secret
    const name = this.#names.get(secret) ?? hidden(secret, this.#names.size + 1)
    this.#names.set(secret, name)
    return name
  }

  #text(text: string): string {
    const inner = parsed(text)
    if (inner === undefined) return text.length < shortest ? this.#known(text) : redactByForm(this.#known(text))
    // Before anything in it is replaced: a name at the key of a secret would get a name of its own.
    const shown = JSON.stringify(this.hide(inner))
    return this.#known(shown === JSON.stringify(inner) ? text : shown)
  }

  /** The longest first: a value may stand within another. */
  #known(text: string): string {
    if (text.length < shortest) return text
    this.#byLength ??= [...this.#everywhere]
      .flatMap((secret) => spellings([secret]).map((spelt) => [spelt, this.#names.get(secret) ?? ''] as const))
      .sort(([a], [b]) => a.length - b.length)
    let shown = text
    for (let at = countUpTo(text.length, this.#byLength) - 1; at >= 0; at -= 1) {
      const [spelt, name] = this.#byLength[at] ?? ['', '']
      shown = shown.replaceAll(spelt, name)
    }
    return shown
  }
}

/** How many of the spellings, sorted by length, are at most this long: most texts are shorter than most secrets. */
function countUpTo(length: number, byLength: readonly (readonly [string, string])[]): number {
  let [low, high] = [0, byLength.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((byLength[middle]?.[0].length ?? 0) <= length) low = middle + 1
    else high = middle
  }
  return low
}

function hidden(secret: string, number: number): string {
  if (uuid.test(secret)) return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  return `redacted-${number}`.padEnd(secret.length, '-')
}

function withoutSignature(token: string, number: number): string {
  if (!jws.test(token)) return hidden(token, number)
  const start = token.lastIndexOf('.') + 1
  const name = `redacted-${number}-`
  return token.slice(0, start) + name.padEnd(token.length - start, 'A')
}

/** The JSON in a text; undefined when there is none. */
function parsed(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
