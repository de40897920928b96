import { describe, expect, it } from 'vitest'
import { readToken } from './read-token.ts'
import { base64url, compact, ed25519 } from './signed.fixture.ts'

const key = ed25519('k')
const header = { alg: 'EdDSA', kid: 'k' }
const token = compact(header, { sub: 'plan_ä' }, key)
const [first = '', second = '', third = ''] = token.split('.')

it('takes a compact JWS apart', () => {
  expect(readToken(token)).toEqual({
    token: { header, claims: { sub: 'plan_ä' }, signed: `${first}.${second}`, signature: third },
  })
})

describe('what is no compact JWS', () => {
  it.each([
    ['', 'it does not consist of three parts with dots between them'],
    ['gov_ctx_1', 'it does not consist of three parts with dots between them'],
    [`${first}.${second}`, 'it does not consist of three parts with dots between them'],
    [`${first}.${second}.`, 'it does not consist of three parts with dots between them'],
    [`${token}.x`, 'it does not consist of three parts with dots between them'],
    [`${first}=.${second}.${third}`, 'its first part is no JSON object in base64url'],
    [`${base64url([])}.${second}.${third}`, 'its first part is no JSON object in base64url'],
    [`${base64url('x')}.${second}.${third}`, 'its first part is no JSON object in base64url'],
    [`${first}.${base64url(null)}.${third}`, 'its second part is no JSON object in base64url'],
    [
      `${first}.${Buffer.from('{oops').toString('base64url')}.${third}`,
      'its second part is no JSON object in base64url',
    ],
    [
      `${first}.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.x`,
      'its second part is no JSON object in base64url',
    ],
    [`${token}\n`, 'its third part is not base64url'],
    [`${first}.${second}.a+b/`, 'its third part is not base64url'],
    [`${first}.${second}.A`, 'its third part is not base64url'],
    ['a'.repeat(4097), 'it has 4097 characters, and 4096 are allowed'],
  ])('%j', (text, problem) => {
    expect(readToken(text)).toEqual({ problem })
  })
})
