import { describe, expect, it } from 'vitest'
import type { StepAuth } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'
import { stepHeaders } from './step-auth.ts'

const kit: TestKit = {
  id: 'k',
  auth: {
    api_key: 'demo-k-v1',
    oauth_bearer: 'access-1',
    basic: { username: 'u', password: 'p' },
    principals: { second: { api_key: 'demo-second-v1' } },
    numeric: 7,
    pair: { credentials: 'a:b' },
  },
}
let made = 0
const ids = { uuid: () => `${String(++made).padStart(8, '0')}-aaaa-4bbb-8ccc-dddddddddddd` }
const headersOf = (auth: unknown, from: TestKit | undefined = kit) => stepHeaders(auth as StepAuth, from, ids)
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`

it.each<[unknown, Record<string, string>]>([
  ['none', {}],
  [{ type: 'api_key', from_test_kit: true }, { Authorization: 'Bearer demo-k-v1' }],
  [{ type: 'oauth_bearer', from_test_kit: true }, { Authorization: 'Bearer access-1' }],
  [{ type: 'basic', from_test_kit: true }, { Authorization: basic('u:p') }],
  [{ type: 'basic', from_test_kit: 'auth.pair' }, { Authorization: basic('a:b') }],
  [{ type: 'api_key', from_test_kit: 'auth.principals.second.api_key' }, { Authorization: 'Bearer demo-second-v1' }],
])('%j sends %j', (auth, headers) => {
  expect(headersOf(auth)).toEqual({ status: 'ready', headers })
})

describe('random credentials', () => {
  const value = (auth: unknown) => {
    const made = headersOf(auth)
    return made.status === 'ready' ? made.headers.Authorization : undefined
  }

  it('are an API key of 32 bytes that nobody can know, another each time', () => {
    const auth = { type: 'api_key', value_strategy: 'random_invalid' }
    expect(value(auth)).toMatch(/^Bearer invalid-[0-9a-f]{64}$/)
    expect(value(auth)).not.toBe(value(auth))
  })

  it('look like a signed token', () => {
    expect(value({ type: 'oauth_bearer', value_strategy: 'random_invalid_jwt' })).toMatch(
      /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/,
    )
  })

  it('are a pair for Basic', () => {
    const pair = value({ type: 'basic', value_strategy: 'random_invalid' })?.slice('Basic '.length) ?? ''
    expect(Buffer.from(pair, 'base64').toString()).toMatch(/^invalid-[0-9a-f]{64}:[0-9a-f]{64}$/)
  })
})

it.each([
  [
    { type: 'api_key', from_test_kit: true },
    { id: 'bare' },
    'the step speaks with auth.api_key of the test kit, and the kit "bare" has none',
  ],
  [
    { type: 'api_key', from_test_kit: 'auth.numeric' },
    kit,
    'the step speaks with auth.numeric of the test kit, and the kit "k" has none',
  ],
  [
    { type: 'basic', from_test_kit: 'auth.principals' },
    kit,
    'the step speaks with auth.principals of the test kit, and the kit "k" has none',
  ],
])('is blocked without the credential: %j', (auth, from, detail) => {
  expect(headersOf(auth, from as TestKit)).toEqual({ status: 'blocked', reason: 'requirement_unmet', detail })
})

it('is blocked without any kit', () => {
  expect(stepHeaders({ type: 'api_key', from_test_kit: true }, undefined, ids)).toMatchObject({
    detail: 'the step speaks with auth.api_key of the test kit, and no test kit is loaded',
  })
})

it.each([
  null,
  'bearer',
  {},
  { type: '__proto__', from_test_kit: true },
  { type: 'api_key' },
  { type: 'api_key', from_test_kit: false },
  { type: 'api_key', value: 'literal' },
  { type: 'api_key', value_strategy: 'guess' },
])('is a defect of the storyboard: %j', (auth) => {
  expect(headersOf(auth)).toMatchObject({ status: 'blocked', reason: 'authoring_defect' })
})
