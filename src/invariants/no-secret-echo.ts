import { toPointer } from '../json/path.ts'
import type { FailedOutcome } from '../model/check.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import type { Invariant, World } from './invariant.ts'

/** Shorter values appear in harmless text by accident. */
const shortestSecret = 16
const bearer = /\bbearer +[A-Za-z0-9._~+/=-]{16,}/i
const credentialKeys = new Set(['authorization', 'api_key', 'apikey', 'bearer', 'x-api-key'])

/** No reply gives credentials back: those of the run and of the kit, bearer tokens, or text under the name of a credential. */
export const noSecretEcho: Invariant = {
  id: 'context.no_secret_echo',
  title: 'No reply repeats a credential',
  lines: ['3.0', '3.1'],
  judge(answered, world) {
    const reply = answered.at(-1)?.exchange.reply
    if (reply?.kind !== 'task') return undefined
    const secrets = secretsOf(world)
    return find(reply.envelope ?? reply.payload, [], secrets)
  },
}

function secretsOf({ secrets, kit }: World): readonly string[] {
  return [...new Set([...secrets, ...credentialsIn(kit?.auth)])].filter((secret) => secret.length >= shortestSecret)
}

/** The credentials of a kit stand under `auth`, beside names and addresses that are none. */
function credentialsIn(auth: Json | undefined): readonly string[] {
  if (!isJsonObject(auth)) return []
  return Object.entries(auth).flatMap(([key, inner]) =>
    typeof inner === 'string' && kitSecrets.has(key) ? [inner] : credentialsIn(inner),
  )
}

const kitSecrets = new Set([
  'api_key',
  'password',
  'credentials',
  'token',
  'access_token',
  'refresh_token',
  'client_secret',
  'oauth_bearer',
])

function find(
  value: Json | undefined,
  path: readonly (string | number)[],
  secrets: readonly string[],
): FailedOutcome | undefined {
  if (typeof value === 'string') return inText(value, path, secrets)
  const members: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? (value as readonly Json[]).map((item, at) => [at, item] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : []
  for (const [key, inner] of members) {
    const here = [...path, key]
    if (typeof inner === 'string' && isCredentialKey(key) && inner.length >= 8)
      return broken(here, `the reply carries a credential under "${key}"`)
    const deeper = find(inner, here, secrets)
    if (deeper) return deeper
  }
  return undefined
}

function isCredentialKey(key: string | number): boolean {
  return typeof key === 'string' && credentialKeys.has(key.toLowerCase())
}

function inText(
  text: string,
  path: readonly (string | number)[],
  secrets: readonly string[],
): FailedOutcome | undefined {
  if (secrets.some((secret) => text.includes(secret)))
    return broken(path, 'the reply repeats a credential that was sent to the agent')
  return bearer.test(text) ? broken(path, 'the reply carries a bearer token') : undefined
}

/** What was found is not repeated here. */
function broken(path: readonly (string | number)[], message: string): FailedOutcome {
  return { status: 'failed', message, pointer: toPointer(path), expected: 'no credential', actual: 'a credential' }
}
