import { describe, expect, it } from 'vitest'
import { KeysOutOfReach } from '../errors.ts'
import { ed25519, p256 } from '../token/signed.fixture.ts'
import { govTokenSignature } from './gov-token-signature.ts'
import { carrying, found, key, missing, published, token } from './token.fixture.ts'

const keys = published()
const elliptic = p256('gov-2')

describe('gov_token_signature', () => {
  it('passes the signature of the published key', () => {
    expect(govTokenSignature.evaluate({}, carrying(token(), { keys }))).toEqual({ status: 'passed' })
    const both = published({ jwks: [missing('issuer'), found({ keys: [key.jwk, elliptic.jwk] })] })
    const signed = token({}, { alg: 'ES256', kid: 'gov-2' }, elliptic)
    expect(govTokenSignature.evaluate({}, carrying(signed, { keys: both }))).toEqual({ status: 'passed' })
  })

  it.each([
    ['by another key', token({}, {}, ed25519('gov-1')), 'EdDSA'],
    ['for other claims', tampered(), 'EdDSA'],
    ['by an algorithm that is not allowed', token({}, { alg: 'HS256' }), 'HS256'],
    ['by none', token({}, { alg: 'none' }), 'none'],
  ])('fails a signature %s', (_how, text, alg) => {
    expect(govTokenSignature.evaluate({}, carrying(text, { keys }))).toEqual({
      status: 'failed',
      message: 'the published key does not verify the signature',
      pointer: '',
      expected: 'an EdDSA or ES256 signature of the published key',
      actual: { alg, kid: 'gov-1' },
    })
  })

  it('leaves an unpublished key to gov_jwks_key', () => {
    const other = token({}, { kid: 'other' })
    expect(govTokenSignature.evaluate({}, carrying(other, { keys }))).toMatchObject({ status: 'not_applicable' })
  })

  it('says nothing when no key set can be read', () => {
    const jwks = [missing('issuer'), missing('agent', 404)]
    const grade = () => govTokenSignature.evaluate({}, carrying(token(), { keys: published({ jwks }) }))
    expect(grade).toThrow(KeysOutOfReach)
    expect(grade).toThrow(
      'no key set of the agent was found (https://issuer.example: no answer in time; https://agent.example: HTTP 404): give its address as governance.agent.jwks_url in the test kit',
    )
    expect(() => govTokenSignature.evaluate({}, carrying(token()))).toThrow(KeysOutOfReach)
  })
})

function tampered(): string {
  const [head, , signature] = token().split('.')
  return `${head}.${token({ sub: 'plan_2' }).split('.')[1]}.${signature}`
}
