import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { contentDigest } from './content-digest.ts'
import { requestSigning, webhookSigning } from './profile.ts'
import { ReplayStore } from './replay-store.ts'
import { algorithmOf, coveredWithBody, type SigningParams, signMessage } from './sign.ts'
import { type VerifierState, verifySignature } from './verify.ts'

const pairs = {
  ed: generateKeyPairSync('ed25519'),
  ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
}
const secret = (name: keyof typeof pairs) => pairs[name].privateKey.export({ format: 'jwk' }) as JsonObject
const open = (name: keyof typeof pairs, more: JsonObject = {}): JsonObject => ({
  ...(pairs[name].publicKey.export({ format: 'jwk' }) as JsonObject),
  kid: name,
  alg: name === 'ed' ? 'EdDSA' : 'ES256',
  use: 'sig',
  key_ops: ['verify'],
  adcp_use: 'webhook-signing',
  ...more,
})

const now = 1_800_000_000
const bare = {
  method: 'POST',
  url: 'https://buyer.example/hook',
  body: '{"a":1}',
  headers: { 'content-type': 'application/json' },
}
const params = (more: Partial<SigningParams> = {}): SigningParams => ({
  created: now,
  expires: now + 300,
  nonce: 'QUFBQUFBQUFBQUFBQUFBQQ',
  keyid: 'ed',
  alg: 'ed25519',
  tag: 'adcp/webhook-signing/v1',
  ...more,
})

function signed(more: Partial<SigningParams> = {}, components?: readonly string[]) {
  const key = secret(more.keyid === 'ec' ? 'ec' : 'ed')
  return { ...bare, headers: { ...bare.headers, ...signMessage(bare, key, params(more), components) } }
}

function state(more: Partial<VerifierState> = {}): VerifierState {
  const keys = [open('ed'), open('ec')]
  return { profile: webhookSigning('3.0'), now, keys, revokedKids: new Set(), replays: new ReplayStore(), ...more }
}

const codeOf = (message: typeof bare, more: Partial<VerifierState> = {}) => {
  const verification = verifySignature(message, state(more))
  return verification.status === 'refused' ? verification.code.replace('webhook_', '') : verification.status
}

it.each(['ed', 'ec'] as const)('verifies what it signed: %s', (keyid) => {
  const message = signed({ keyid, alg: algorithmOf(secret(keyid)) })
  expect(verifySignature(message, state())).toEqual({ status: 'verified', keyid, nonce: 'QUFBQUFBQUFBQUFBQUFBQQ' })
})

it('knows what is not signed, and half of a signature from none', () => {
  expect(codeOf(bare)).toBe('unsigned')
  const { signature: _gone, ...half } = signed().headers as Record<string, string>
  expect(codeOf({ ...bare, headers: half as typeof bare.headers })).toBe('signature_header_malformed')
})

it('takes a nonce once, and another key may use it too', () => {
  const replays = new ReplayStore()
  const first = codeOf(signed(), { replays })
  const other = codeOf(signed({ keyid: 'ec', alg: 'ecdsa-p256-sha256' }), { replays })
  expect([first, codeOf(signed(), { replays }), other]).toEqual(['verified', 'signature_replayed', 'verified'])
  expect(codeOf(signed({ created: now + 500, expires: now + 700 }), { replays, now: now + 500 })).toBe('verified')
})

it('remembers no nonce of a signature that is wrong', () => {
  const replays = new ReplayStore()
  expect(codeOf({ ...signed(), body: '{}' }, { replays })).toBe('signature_digest_mismatch')
  expect(codeOf(signed(), { replays })).toBe('verified')
})

describe('refuses', () => {
  it.each<[string, Partial<SigningParams>, string]>([
    ['a short nonce', { nonce: 'QUFB' }, 'signature_params_incomplete'],
    ['a padded nonce', { nonce: 'QUFBQUFBQUFBQUFBQUFBQQ==' }, 'signature_params_incomplete'],
    ['a tag in other letters', { tag: 'adcp/Webhook-signing/v1' }, 'signature_tag_invalid'],
    ['an algorithm that is not that of the key', { alg: 'ecdsa-p256-sha256' }, 'signature_key_purpose_invalid'],
    ['a signature from the future', { created: now + 61, expires: now + 300 }, 'signature_window_invalid'],
    ['one that has just expired', { created: now - 361, expires: now - 61 }, 'signature_window_invalid'],
  ])('%s', (_name, more, code) => {
    expect(codeOf(signed(more))).toBe(code)
  })

  it.each<[string, JsonObject]>([
    ['for encryption', { use: 'enc' }],
    ['that may only sign', { key_ops: ['sign'] }],
    ['without operations', { key_ops: null }],
    ['without a purpose', { adcp_use: null }],
    ['of two kinds', { kty: 'EC' }],
    ['that is no key', { x: 'AA' }],
  ])('a key %s', (_name, more) => {
    expect(codeOf(signed(), { keys: [null, 'ed', open('ed', more)] })).toBe('signature_key_purpose_invalid')
  })

  it.each<[string, (input: string) => string]>([
    ['a parameter that comes twice', (input) => `${input};tag="adcp/webhook-signing/v1"`],
    ['a component that comes twice', (input) => input.replace('"@method"', '"@method" "@method"')],
    ['a component with parameters', (input) => input.replace('"@method"', '"@method";req')],
    ['an item instead of a list', () => 'sig1="@method";created=1'],
    ['a decimal for a time', (input) => input.replace(/created=\d+/, 'created=1.5')],
    ['nothing', () => ''],
  ])('a Signature-Input with %s', (_name, change) => {
    const message = signed()
    const input = change(String((message.headers as Record<string, string>)['signature-input']))
    expect(
      codeOf({ ...message, headers: { ...message.headers, 'signature-input': input } as typeof bare.headers }),
    ).toBe('signature_header_malformed')
  })

  it.each(['sha-256=:AAA:, sha-256=:AAA:', 'md5=:AAA:', 'sha-256=AAA', '', 'sha-256=:a+b_:'])(
    'the covered Content-Digest "%s"',
    (digest) => {
      const message = signed()
      expect(
        codeOf({ ...message, headers: { ...message.headers, 'content-digest': digest } as typeof bare.headers }),
      ).toBe('signature_header_malformed')
    },
  )

  it('a component that the message does not have', () => {
    const message = signed({}, [...coveredWithBody, 'content-type'].slice(0, 5))
    const { 'content-type': _gone, ...headers } = message.headers as Record<string, string>
    expect(codeOf({ ...message, headers: headers as typeof bare.headers })).toBe('signature_header_malformed')
  })

  it('a message that was signed for another address', () => {
    expect(codeOf({ ...signed(), url: 'https://buyer.example/other' })).toBe('signature_invalid')
    expect(codeOf({ ...signed(), url: 'https://[::1/other' })).toBe('target_uri_malformed')
  })
})

it('lets a request without a body cover no content type', () => {
  const message = { method: 'GET', url: bare.url, body: '', headers: {} }
  const own = params({ tag: 'adcp/request-signing/v1' })
  const headers = signMessage(message, secret('ed'), own, ['@method', '@target-uri', '@authority'])
  const keys = [open('ed', { adcp_use: 'request-signing' })]
  const verifier = state({ profile: requestSigning('required'), keys })
  expect(verifySignature({ ...message, headers }, verifier)).toMatchObject({ status: 'verified' })
})

it('takes plain base64 for a digest, and the digest of another algorithm', () => {
  const plain = contentDigest(bare.body)
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace('sha+256', 'sha-256')
    .replace(/:$/, '=:')
  const message = { ...bare, headers: { ...bare.headers, 'content-digest': plain } }
  const headers = { ...message.headers, ...signMessage(message, secret('ed'), params()) }
  expect(codeOf({ ...message, headers })).toBe('verified')
})

it('signs nothing that cannot be signed', () => {
  expect(() => signMessage({ ...bare, url: 'https://:443/' }, secret('ed'), params())).toThrow(TypeError)
  expect(() => signMessage(bare, secret('ed'), params(), ['x-none'])).toThrow(TypeError)
})
