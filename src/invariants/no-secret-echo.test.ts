import { describe, expect, it } from 'vitest'
import { httpError, refusal, result } from '../checks/evidence.fixture.ts'
import type { JsonObject } from '../model/json.ts'
import { noSecretEcho } from './no-secret-echo.ts'
import { seen, world } from './observed.fixture.ts'

const secret = 'sk-0123456789abcdef'
const kit = {
  id: 'k',
  auth: {
    api_key: 'demo-acme-outdoor-v1',
    probe_task: 'list_creatives_and_more',
    basic: { username: 'a-long-user-name', password: 'correct-horse-battery' },
  },
}
const judge = (payload: JsonObject, more = {}) =>
  noSecretEcho.judge([seen('any', result(payload, more))], { ...world, secrets: [secret, 'short'], kit })

describe('a reply that gives a credential back', () => {
  it.each<[JsonObject, string]>([
    [{ a: [{ b: `key ${secret}.` }] }, '/a/0/b'],
    [{ context: { echoed: secret } }, '/context/echoed'],
    [{ note: 'you sent demo-acme-outdoor-v1' }, '/note'],
    [{ note: 'correct-horse-battery' }, '/note'],
    [{ note: 'Authorization was Bearer abcdefghijklmnopqrstuvwxyz' }, '/note'],
    [{ headers: { Authorization: 'something' } }, '/headers/Authorization'],
    [{ 'x-api-key': 'something' }, '/x-api-key'],
  ])('is found: %j', (payload, pointer) => {
    expect(judge(payload)).toMatchObject({
      status: 'failed',
      pointer,
      expected: 'no credential',
      actual: 'a credential',
    })
  })

  it('is found in an error and around the payload, and is not repeated', () => {
    const error = seen('any', refusal({ code: 'X', message: secret }))
    const outcome = noSecretEcho.judge([error], { ...world, secrets: [secret] })
    expect(outcome).toMatchObject({ pointer: '/adcp_error/message' })
    expect(JSON.stringify(outcome)).not.toContain(secret)
    expect(judge({}, { envelope: { debug: secret } })).toMatchObject({ pointer: '/debug' })
  })
})

it.each<JsonObject>([
  {},
  { note: 'short' },
  { note: 'the bearer of bad news' },
  { scheme: 'Bearer' },
  { authorization: { status: 'granted' } },
  { api_key: null },
  { task: 'list_creatives_and_more', owner: 'a-long-user-name' },
])('leaves a harmless reply in peace: %j', (payload) => {
  expect(judge(payload)).toBeUndefined()
})

it('says nothing of what is no task reply', () => {
  expect(noSecretEcho.judge([seen('any', httpError(500, secret))], { ...world, secrets: [secret] })).toBeUndefined()
  expect(noSecretEcho.judge([], world)).toBeUndefined()
})
