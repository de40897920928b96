import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { readToken, type SignedToken } from './read-token.ts'
import { compact, ed25519, p256, type TestKey } from './signed.fixture.ts'
import { fitsAlgorithm, isSignedBy } from './verify-signature.ts'

const edwards = ed25519('ed')
const elliptic = p256('ec')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }) as JsonObject
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' }) as JsonObject

function tokenBy(key: TestKey, header: JsonObject): SignedToken {
  const read = readToken(compact(header, { sub: 'p' }, key))
  if ('problem' in read) throw new Error(read.problem)
  return read.token
}

describe('a signature', () => {
  it.each([
    ['EdDSA', edwards],
    ['ES256', elliptic],
  ])('by %s is verified by its key', (alg, key) => {
    expect(isSignedBy(tokenBy(key, { alg }), key.jwk)).toBe(true)
  })

  it.each<[string, JsonObject]>([
    ['another key', ed25519('other').jwk],
    ['a key of another kind', elliptic.jwk],
    ['a broken key', { kty: 'OKP', crv: 'Ed25519', x: '!' }],
    ['no key', {}],
  ])('is not verified by %s', (_what, key) => {
    expect(isSignedBy(tokenBy(edwards, { alg: 'EdDSA' }), key)).toBe(false)
  })

  it.each(['none', 'HS256', 'RS256', 'eddsa', 'Ed25519', null, 1])('counts for nothing when alg is %j', (alg) => {
    expect(isSignedBy(tokenBy(edwards, { alg }), edwards.jwk)).toBe(false)
  })

  it('is over every part', () => {
    const token = tokenBy(edwards, { alg: 'EdDSA' })
    expect(isSignedBy({ ...token, signed: `${token.signed}A` }, edwards.jwk)).toBe(false)
    expect(isSignedBy({ ...token, signature: '' }, edwards.jwk)).toBe(false)
  })
})

it('knows which keys an algorithm can use', () => {
  const fitting = (alg: string) => [edwards.jwk, elliptic.jwk, rsa, p384, {}].map((key) => fitsAlgorithm(alg, key))
  expect(fitting('EdDSA')).toEqual([true, false, false, false, false])
  expect(fitting('ES256')).toEqual([false, true, false, false, false])
  expect(fitting('RS256')).toEqual([false, false, false, false, false])
})
