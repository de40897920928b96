import { describe, expect, it } from 'vitest'
import { KeysOutOfReach } from '../errors.ts'
import type { JsonObject } from '../model/json.ts'
import { ed25519 } from '../token/signed.fixture.ts'
import { govJwksOwnKey } from './gov-jwks-own-key.ts'
import { carrying, found, key, published, token } from './token.fixture.ts'

const transport = ed25519('req-1', { adcp_use: 'request-signing' }).jwk

function grade(...keys: readonly JsonObject[]) {
  return govJwksOwnKey.evaluate({}, carrying(token(), { keys: published({ jwks: [found({ keys })] }) }))
}

describe('gov_jwks_own_key', () => {
  it('passes a key of its own, beside others, and published twice', () => {
    expect(grade(key.jwk)).toEqual({ status: 'passed' })
    expect(grade({ ...key.jwk, adcp_use: 'governance-signing' }, transport)).toEqual({ status: 'passed' })
    const jwks = [found({ keys: [key.jwk] }, 'issuer'), found({ keys: [key.jwk] })]
    expect(govJwksOwnKey.evaluate({}, carrying(token(), { keys: published({ jwks }) }))).toEqual({ status: 'passed' })
  })

  it.each(['request-signing', 'webhook-signing'])('fails a key that is published for %s, under any id', (adcp_use) => {
    for (const kid of ['gov-1', 'req-1']) {
      expect(grade(key.jwk, { ...key.jwk, kid, adcp_use })).toEqual({
        status: 'failed',
        message: 'the key also signs the transport',
        pointer: '',
        expected: 'a key of its own',
        actual: [{ kid, adcp_use }],
      })
    }
  })

  it('fails two keys under one id', () => {
    expect(grade(key.jwk, { ...transport, kid: 'gov-1' })).toEqual({
      status: 'failed',
      message: 'two keys are published under one id',
      pointer: '',
      expected: 'a key of its own',
      actual: [
        { kid: 'gov-1', adcp_use: null },
        { kid: 'gov-1', adcp_use: 'request-signing' },
      ],
    })
  })

  it('leaves an unpublished key to gov_jwks_key, and says nothing without a key set', () => {
    expect(grade(transport)).toMatchObject({ status: 'not_applicable' })
    expect(() => govJwksOwnKey.evaluate({}, carrying(token()))).toThrow(KeysOutOfReach)
  })
})
