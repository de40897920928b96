import { expect, it } from 'vitest'
import { AuthoringDefect } from '../../errors.ts'
import type { Json } from '../../model/json.ts'
import { peerOrder } from './peer-words.ts'

const finding = { category_id: 'x', severity: 'must', explanation: 'No.' }

it.each<[Json, ReturnType<typeof peerOrder>]>([
  ['approve', { answers: [{ kind: 'approve' }] }],
  [['refuse', 'decide'], { answers: [{ kind: 'refuse' }, { kind: 'decide' }] }],
  [{ deny: { findings: [finding] } }, { answers: [{ kind: 'deny', findings: [finding] }] }],
  [{ conditions: [] }, { answers: [{ kind: 'conditions', conditions: [] }] }],
  [{ approve: { next_check: '2027-01-01' } }, { answers: [{ kind: 'approve', nextCheck: '2027-01-01' }] }],
  [{ garbage: { a: 1 } }, { answers: [{ kind: 'garbage', payload: { a: 1 } }] }],
  [{ adcp_error: 'X' }, { answers: [{ kind: 'adcp_error', code: 'X' }] }],
  [{ http_error: 503 }, { answers: [{ kind: 'http_error', status: 503 }] }],
  [{ publish: {} }, { publish: {} }],
  [{ publish: { redirected: true, forged_list: true } }, { publish: { redirected: true, forgedList: true } }],
  [
    [{ publish: { stale_list: true, unlisted: false, jwks_uri: 'http://x' } }, 'break'],
    { publish: { staleList: true, jwksUri: 'http://x' }, answers: [{ kind: 'break' }] },
  ],
])('reads %j', (written, order) => {
  expect(peerOrder(written)).toEqual(order)
})

it.each<Json>([
  'dance',
  'toString',
  '',
  null,
  7,
  [],
  [['approve']],
  {},
  { deny: {} },
  { deny: { findings: ['no'] } },
  { conditions: {} },
  { approve: true },
  { garbage: 'x' },
  { adcp_error: 7 },
  { http_error: 200 },
  { http_error: '500' },
  { http_error: 500, deny: {} },
  { publish: true },
  { publish: { stale: true } },
  { publish: { unlisted: 'yes' } },
  { publish: { jwks_uri: 1 } },
])('refuses %j', (written) => {
  expect(() => peerOrder(written)).toThrow(AuthoringDefect)
})
