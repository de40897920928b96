import { expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { authHeaders } from './credentials.ts'

it.each([
  [{}, {}],
  [{ token: '' }, {}],
  [{ token: 'abc' }, { Authorization: 'Bearer abc' }],
  [{ token: ' abc\n' }, { Authorization: 'Bearer abc' }],
  [{ token: 'Bearer abc' }, { Authorization: 'Bearer abc' }],
  [{ token: 'basic dTpw' }, { Authorization: 'basic dTpw' }],
  [
    { token: 'abc', headers: { 'x-tenant': 't' } },
    { 'x-tenant': 't', Authorization: 'Bearer abc' },
  ],
])('turns %j into %j', (credentials, headers) => {
  expect(authHeaders(credentials)).toEqual(headers)
})

it.each([
  { token: 'a\r\nx-evil: 1' },
  { headers: { 'x y': '1' } },
  { headers: { 'x-a': 'snow☃' } },
  { token: 'evil', headers: { authorization: 'snow' } },
])('refuses %j, without repeating the value', (credentials) => {
  expect(() => authHeaders(credentials)).toThrow(UsageError)
  expect(() => authHeaders(credentials)).not.toThrow(/evil|snow/)
})
