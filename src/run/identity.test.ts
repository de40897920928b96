import { expect, it } from 'vitest'
import { identityOf, spellings } from './identity.ts'

const who = (credentials: Parameters<typeof identityOf>[0]) =>
  identityOf(credentials, 'https://a.example/mcp', { now: Date.now })
const client = { clientId: 'me', clientSecret: 'hush' }

it('a token or headers are sent as they are', () => {
  expect(who({ token: 't', headers: { 'X-T': 'v' } })).toEqual({
    headers: { Authorization: 'Bearer t', 'X-T': 'v' },
    secrets: ['t', 't', 'v', 'v'],
  })
  expect(who({})).toEqual({ headers: {}, secrets: [] })
})

it('an OAuth client has a token that is asked for, beside its headers', () => {
  const { headers, source, secrets } = who({ oauth: client, headers: { 'X-T': 'v' } })
  expect({ headers, secrets, of: source?.secrets }).toEqual({
    headers: { 'X-T': 'v' },
    secrets: ['v', 'v'],
    of: ['hush'],
  })
})

it.each([{ token: 't' }, { headers: { authorization: 'x' } }])('an OAuth client beside %o is refused', (more) => {
  expect(() => who({ oauth: client, ...more })).toThrow('give either an OAuth client or a token, not both')
})

it('a secret is known in every spelling that may be repeated', () => {
  const basic = Buffer.from('me:pa:ss').toString('base64')
  expect(spellings(`Basic ${basic}`)).toEqual([`Basic ${basic}`, 'Basic', basic, 'me:pa:ss', 'pa:ss'])
  expect(spellings('Bearer abc')).toEqual(['Bearer abc', 'Bearer', 'abc'])
  expect(spellings('')).toEqual([])
})
