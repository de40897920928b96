import { describe, expect, it } from 'vitest'
import { refusal, result } from '../checks/evidence.fixture.ts'
import type { JsonObject } from '../model/json.ts'
import { conflictNoPayloadLeak } from './conflict-no-payload-leak.ts'
import { seen, world } from './observed.fixture.ts'

const conflict = (error: JsonObject = {}, beside: JsonObject = {}) =>
  refusal(
    { code: 'IDEMPOTENCY_CONFLICT' },
    {
      adcp_error: { code: 'IDEMPOTENCY_CONFLICT', message: 'The key was used for another request', ...error },
      ...beside,
    },
  )
const first = seen(
  'create_media_buy',
  result({ media_buy_id: 'mb_secret_77', packages: [{ package_id: 'pkg_secret_1' }] }),
  {
    sent: { idempotency_key: 'key-1', brand: { domain: 'first-brand.example' }, total: 48_250 },
  },
)
const second = { idempotency_key: 'key-1', brand: { domain: 'second-brand.example' } }
const judge = (reply: ReturnType<typeof conflict>, sent: JsonObject = second) =>
  conflictNoPayloadLeak.judge([first, seen('create_media_buy', reply, { sent, expects: 'error' })], world)

describe('a conflict that tells of the earlier request', () => {
  it.each<[string, JsonObject, JsonObject, string]>([
    ['in its details', { details: { brand: 'first-brand.example' } }, {}, ''],
    ['by an amount', { details: { budget: 48_250 } }, {}, ''],
    ['by a fingerprint', { details: { request_hash: 'ab12' } }, {}, '/adcp_error/details/request_hash'],
    ['in a field', { field: '/packages/0/budget' }, {}, '/adcp_error/field'],
    ['by a member of its own', { original_request: { a: 1 } }, {}, '/adcp_error/original_request'],
    ['in its words', { message: 'already used for first-brand.example' }, {}, ''],
    ['beside the error', {}, { media_buy_id: 'mb_secret_77' }, ''],
    ['in a list of errors', {}, { errors: [{ code: 'IDEMPOTENCY_CONFLICT', diff: ['a'] }] }, '/errors/0/diff'],
  ])('%s', (_words, error, beside, pointer) => {
    expect(judge(conflict(error, beside))).toMatchObject({ status: 'failed', pointer })
  })
})

it.each<[JsonObject, JsonObject]>([
  [{}, {}],
  [
    { recovery: 'correctable', suggestion: 'use a fresh key', field: '/idempotency_key' },
    { context: { a: 'first-brand.example' } },
  ],
  [{ field: 'idempotency_key', details: {} }, {}],
  [{ support_id: 'sup_1', details: { retry: 'with a fresh key', attempts: 2 } }, { replayed: false }],
  [{ message: 'second-brand.example cannot reuse it' }, {}],
  [{ details: null }, { errors: [{ code: 'IDEMPOTENCY_CONFLICT', message: 'm' }] }],
])('leaves a discreet conflict in peace: %j', (error, beside) => {
  expect(judge(conflict(error, beside))).toBeUndefined()
})

it('knows nothing of requests under other keys, and judges no other reply', () => {
  const other = conflict({ message: 'first-brand.example' })
  expect(judge(other, { ...second, idempotency_key: 'key-2' })).toBeUndefined()
  expect(judge(refusal({ code: 'CONFLICT' }, { details: { a: 1 } }))).toBeUndefined()
  expect(conflictNoPayloadLeak.judge([first], world)).toBeUndefined()
})
