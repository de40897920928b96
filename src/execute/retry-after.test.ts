import { expect, it } from 'vitest'
import { httpError, result } from '../checks/evidence.fixture.ts'
import { retryAfterMs } from './retry-after.ts'

it.each([
  [result({ adcp_error: { retry_after: 2 } }), 2000],
  [result({ error: { retry_after: 0.5 } }), 500],
  [result({ errors: [{ retry_after: 3 }] }), 3000],
  [result({}, { envelope: { adcp_error: { retry_after: 4 } } }), 4000],
  [result({ adcp_error: { retry_after: 0 } }), undefined],
  [result({ adcp_error: { retry_after: '2' } }), undefined],
  [result({}), undefined],
  [httpError(429), undefined],
])('%j: %s', (reply, expected) => {
  expect(retryAfterMs(reply)).toBe(expected)
})
