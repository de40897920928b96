import { describe, expect, it } from 'vitest'
import { readSignedList } from './read-signed-list.ts'
import { compact, ed25519 } from './signed.fixture.ts'

const header = { alg: 'EdDSA', kid: 'k', typ: 'adcp-gov-revocation+jws' }
const list = { issuer: 'https://gov.example', revoked_jtis: ['j'.repeat(5000)] }
const text = compact(header, list, ed25519('k'))
const [protectedPart = '', payload = '', signature = ''] = text.split('.')

describe('a signed list', () => {
  it.each([
    ['compact', text],
    ['flattened', { payload, protected: protectedPart, signature }],
    ['general', { payload, signatures: [{ protected: protectedPart, signature }] }],
  ])('is read in its %s form, however long it is', (_form, document) => {
    expect(readSignedList(document)).toEqual({
      token: { header, claims: list, signed: `${protectedPart}.${payload}`, signature },
    })
  })
})

describe('what is no signed list', () => {
  it.each([
    [null, 'it is no JSON object'],
    [[], 'it is no JSON object'],
    [list, 'it is not signed: a JWS has payload, protected and signature'],
    [{ payload, signatures: [] }, 'it holds no signature'],
    [{ payload, signatures: 'x' }, 'it is not signed: a JWS has payload, protected and signature'],
    [{ payload, protected: 1, signature }, 'it is not signed: a JWS has payload, protected and signature'],
    [
      { payload: '', protected: protectedPart, signature },
      'it is not signed: a JWS has payload, protected and signature',
    ],
    ['a.b', 'it does not consist of three parts with dots between them'],
  ])('%j', (document, problem) => {
    expect(readSignedList(document)).toEqual({ problem })
  })
})
