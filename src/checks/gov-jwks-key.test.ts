import { describe, expect, it } from 'vitest'
import { KeysOutOfReach } from '../errors.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { p256 } from '../token/signed.fixture.ts'
import { govJwksKey } from './gov-jwks-key.ts'
import { carrying, found, key, missing, published, token } from './token.fixture.ts'

function grade(keys: Json, text = token()) {
  return govJwksKey.evaluate(
    {},
    carrying(text, { keys: published({ jwks: [missing('issuer', 404), found({ keys })] }) }),
  )
}

describe('gov_jwks_key', () => {
  it('passes a key that is marked for verifying signatures', () => {
    expect(grade([null, { ...p256('old').jwk }, key.jwk])).toEqual({ status: 'passed' })
  })

  it('finds it in any of the key sets', () => {
    const jwks = [found({ keys: [] }, 'issuer'), found({ keys: [key.jwk] })]
    expect(govJwksKey.evaluate({}, carrying(token(), { keys: published({ jwks }) }))).toEqual({ status: 'passed' })
  })

  it('leaves an algorithm that is not allowed to gov_token_header', () => {
    expect(grade([key.jwk], token({}, { alg: 'HS256' }))).toEqual({ status: 'passed' })
  })

  it.each<[JsonObject, string]>([
    [{ use: 'enc' }, 'the key is not marked for signatures (use)'],
    [{ use: null }, 'the key is not marked for signatures (use)'],
    [{ key_ops: ['sign'] }, 'the key is not marked for verifying (key_ops)'],
    [{ key_ops: 'verify' }, 'the key is not marked for verifying (key_ops)'],
    [{ d: 'secret' }, 'the key set gives away the private key'],
    [{ ...p256('gov-1').jwk }, 'the key does not fit the algorithm of the token'],
    [{ x: null }, 'the key does not fit the algorithm of the token'],
  ])('fails a key with %j', (more, message) => {
    const outcome = grade([{ ...key.jwk, ...more }])
    expect(outcome).toMatchObject({ status: 'failed', message, expected: { use: 'sig', key_ops: ['verify'] } })
    expect(JSON.stringify(outcome)).not.toContain('secret')
  })

  it('fails a header that names no published key', () => {
    expect(grade([key.jwk, {}], token({}, { kid: 'other' }))).toEqual({
      status: 'failed',
      message: 'the key set does not hold the key that the header names',
      pointer: '',
      expected: { one_of: ['gov-1', null] },
      actual: 'other',
    })
  })

  it.each([null, '', 7])('fails a header whose kid is %j', (kid) => {
    expect(grade([key.jwk], token({}, { kid }))).toMatchObject({
      status: 'failed',
      message: 'the header names no key (kid)',
      actual: kid,
    })
  })

  it.each([undefined, null, 'x', {}])('says nothing when the key set holds %j for keys', (keys) => {
    expect(() => grade(keys ?? null)).toThrow(KeysOutOfReach)
  })
})
