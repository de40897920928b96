import { readPath } from '../json/path.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import type { StepAuth } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'
import type { BlockedReason } from '../model/verdict.ts'

export type StepHeaders =
  | { readonly status: 'ready'; readonly headers: Readonly<Record<string, string>> }
  | { readonly status: 'blocked'; readonly reason: BlockedReason; readonly detail: string }

/**
 * The headers that a step sends in the place of the run's credentials; none for `none`.
 * Blocked when the test kit lacks the credential, or the author asks for something that storyboard-schema (auth) does not know.
 */
export function stepHeaders(auth: StepAuth, kit: TestKit | undefined, ids: { uuid(): string }): StepHeaders {
  if (auth === 'none') return { status: 'ready', headers: {} }
  if (!isJsonObject(auth) || !isScheme(auth.type)) return defect('auth.type is api_key, basic or oauth_bearer')
  if ('value' in auth) return defect('a literal credential does not belong into a storyboard: name the test kit')
  const { type, value_strategy: strategy, from_test_kit: from } = auth
  if (strategy !== undefined) return random(type, strategy, ids)
  if (from === true) return fromKit(type, kitPaths[type], kit)
  if (typeof from === 'string') return fromKit(type, from, kit)
  return defect('auth names neither from_test_kit nor value_strategy')
}

type Scheme = Exclude<StepAuth, 'none'>['type']

const kitPaths = { api_key: 'auth.api_key', basic: 'auth.basic', oauth_bearer: 'auth.oauth_bearer' } as const

function isScheme(type: unknown): type is Scheme {
  return typeof type === 'string' && Object.hasOwn(kitPaths, type)
}

function fromKit(type: Scheme, path: string, kit: TestKit | undefined): StepHeaders {
  const credential = credentialOf(type, kit === undefined ? undefined : readPath({ ...kit } as Json, path))
  if (credential !== undefined) return authorization(type, credential)
  const detail = `the step speaks with ${path} of the test kit, and ${kit ? `the kit "${kit.id}" has none` : 'no test kit is loaded'}`
  return { status: 'blocked', reason: 'requirement_unmet', detail }
}

/** A Basic credential is a pair, or `credentials` as `username:password`. */
function credentialOf(type: Scheme, value: Json | undefined): string | undefined {
  if (type === 'basic' && isJsonObject(value)) {
    const { username, password, credentials } = value
    if (typeof username === 'string' && typeof password === 'string') return `${username}:${password}`
    return typeof credentials === 'string' && credentials !== '' ? credentials : undefined
  }
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Random in each run, so that no agent can know them and no list of allowed keys holds them by accident. */
function random(type: Scheme, strategy: string, ids: { uuid(): string }): StepHeaders {
  const bytes = () => `${ids.uuid()}${ids.uuid()}`.replaceAll('-', '')
  if (strategy === 'random_invalid_jwt')
    return authorization('oauth_bearer', [bytes(), bytes(), bytes()].map(base64url).join('.'))
  if (strategy !== 'random_invalid') return defect('value_strategy is random_invalid or random_invalid_jwt')
  return authorization(type, type === 'basic' ? `invalid-${bytes()}:${bytes()}` : `invalid-${bytes()}`)
}

function authorization(type: Scheme, credential: string): StepHeaders {
  const value =
    type === 'basic' ? `Basic ${Buffer.from(credential, 'utf8').toString('base64')}` : `Bearer ${credential}`
  return { status: 'ready', headers: { Authorization: value } }
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url')
}

function defect(detail: string): StepHeaders {
  return { status: 'blocked', reason: 'authoring_defect', detail }
}
