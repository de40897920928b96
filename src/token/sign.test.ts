import { compactVerify, createLocalJWKSet, exportJWK, flattenedVerify, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { generateGovernanceKeys, governanceKeysFrom } from './keys.ts'
import { signRevocationList, signToken, tokenHeader } from './sign.ts'

const keys = await generateGovernanceKeys('gov-1')
const trusted = createLocalJWKSet({ keys: [keys.publicJwk] })

describe('a governance context', () => {
  it('is a compact JWS that the published key verifies', async () => {
    const token = await signToken({ sub: 'plan_1' }, tokenHeader(keys), keys)
    const { payload, protectedHeader } = await compactVerify(token, trusted)
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'adcp-gov+jws', kid: 'gov-1' })
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ sub: 'plan_1' })
  })
  it('does not verify with another key', async () => {
    const token = await signToken({ sub: 'plan_1' }, tokenHeader(keys), await generateGovernanceKeys('gov-1'))
    await expect(compactVerify(token, trusted)).rejects.toThrow()
  })
})

it('signs the revocation list with its own type', async () => {
  const list = {
    version: 1,
    issuer: 'https://governance.example',
    updated: '2027-01-01T00:00:00Z',
    next_update: '2027-01-01T00:15:00Z',
    revoked_jtis: ['jti-1'],
    revoked_kids: [],
  } as const
  const { payload, protectedHeader } = await flattenedVerify(await signRevocationList(list, keys), trusted)
  expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'adcp-gov-revocation+jws', kid: 'gov-1' })
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(list)
})

describe('keys', () => {
  it('publish nothing secret', () => {
    expect(keys.publicJwk).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: 'gov-1', use: 'sig', key_ops: ['verify'] })
    expect(keys.publicJwk).not.toHaveProperty('d')
  })
  it('can be restored from a private JWK', async () => {
    const restored = await governanceKeysFrom(await exportJWK(keys.privateKey), 'gov-1')
    expect(restored.publicJwk).toEqual(keys.publicJwk)
    await expect(compactVerify(await signToken({}, tokenHeader(restored), restored), trusted)).resolves.toBeTruthy()
  })
  it('refuse a public key in the place of a private one', async () => {
    const { publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    await expect(governanceKeysFrom(await exportJWK(publicKey), 'gov-1')).rejects.toThrow(TypeError)
  })
})
