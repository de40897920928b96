import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { type Bundle, openBundle } from '../evidence/open-bundle.ts'
import type { Settled } from '../evidence/play-run.ts'
import { bundleOf, preparedFor, recordedRun } from '../evidence/recorded-run.fixture.ts'
import { type Verification, verifyBundle } from '../evidence/verify-bundle.ts'
import { attestBundle, payloadType } from './attest-bundle.ts'
import { checkAttestation } from './check-attestation.ts'
import { keyId, openEnvelope, privateKey, publicKey, signEnvelope } from './dsse.ts'

const pair = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const clock = { now: () => Date.parse('2026-06-15T12:00:00Z') }
let bundle: Bundle
let found: Verification
let text: string

beforeAll(async () => {
  const small = await openBundle(await bundleOf(await recordedRun(await preparedFor(['governance_agent/budget']))))
  found = await verifyBundle(small)
  // Of a profile by name: what it says follows from the names alone.
  bundle = withRun(small, { scope: { kind: 'profile', id: 'core@3.0', title: 'Core', digest: 'd' } })
  text = attestBundle(bundle, found, { key: pair.privateKey, clock })
}, 30_000)

function withRun(bundle: Bundle, parts: object): Bundle {
  return { ...bundle, manifest: { ...bundle.manifest, run: { ...bundle.manifest.run, ...parts } } }
}

function statementsIn(text: string): readonly { predicateType: string; predicate: { configuration: object[] } }[] {
  const lines = text.trim().split('\n')
  return lines.map((line) => JSON.parse(openEnvelope(JSON.parse(line), pair.publicKey) ?? '{}'))
}

describe('an attestation', () => {
  it('says of the bundle how its run came out, and what is verified', () => {
    const statements = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(openEnvelope(JSON.parse(line), pair.publicKey) ?? '{}'))
    expect(
      statements.map(({ _type, predicateType, subject }) => ({ _type, predicateType, digest: subject[0].digest })),
    ).toEqual(
      ['test-result', 'svr'].map((name) => ({
        _type: 'https://in-toto.io/Statement/v1',
        predicateType: `https://in-toto.io/attestation/${name}/v0.1`,
        digest: { sha256: bundle.sha256 },
      })),
    )
    expect(statements[0].predicate).toMatchObject({ result: 'PASSED', failedTests: [], warnedTests: [] })
    expect(statements[0].predicate.passedTests).toContain('GOV-GA-040')
    expect(statements[1].predicate).toEqual({
      verifier: { id: `pkg:npm/adcp-gov-comply@${bundle.manifest.tool.version}` },
      timeCreated: '2026-06-15T12:00:00.000Z',
      properties: ['ADCP_GOV_COMPLY_CONFORMANT', 'ADCP_GOV_COMPLY_SCOPE_core@3.0', 'ADCP_3.0.6'],
    })
  })

  it('verifies no property of storyboards that were chosen, nor of a run with a test kit of its own, which it names', () => {
    const signing = { key: pair.privateKey, clock }
    const chosen = withRun(bundle, { scope: { kind: 'selection', storyboards: ['a'] } })
    expect(statementsIn(attestBundle(chosen, found, signing)).map(({ predicateType }) => predicateType)).toEqual([
      'https://in-toto.io/attestation/test-result/v0.1',
    ])
    const { manifest } = bundle
    const own = { ...bundle, manifest: { ...manifest, manner: { ...manifest.manner, test_kit: 'mine.yaml' } } }
    const [statement, ...more] = statementsIn(attestBundle(own, found, signing))
    expect(more).toEqual([])
    expect(statement?.predicate.configuration).toContainEqual({
      name: 'test kit of the operator',
      digest: { sha256: expect.stringMatching(/^[\da-f]{64}$/) },
    })
  })

  it('is taken with the key that signed it', () => {
    expect(checkAttestation(text, bundle, pair.publicKey)).toHaveLength(2)
  })

  it.each([
    ['by another key', () => text, () => other.publicKey, 'line 1 of the attestation is not signed by this key'],
    ['when it is empty', () => '\n', () => pair.publicKey, 'the attestation is empty'],
    ['when it is none', () => 'x', () => pair.publicKey, 'line 1 of the attestation is no signed envelope'],
    [
      'when a signature was changed',
      () => text.replace(/"sig":"../, '"sig":"AA'),
      () => pair.publicKey,
      'is not signed by this key',
    ],
    [
      'when the type was changed',
      () => text.replace('in-toto+json', 'in-toto+jsox'),
      () => pair.publicKey,
      'is not signed by this key',
    ],
    [
      'when a member stands there twice',
      () => text.replace('{', '{"payload":"e30=",'),
      () => pair.publicKey,
      'line 1 of the attestation is no signed envelope',
    ],
    [
      'when a statement of no in-toto type was signed',
      () => `${JSON.stringify(signEnvelope('{}', 'application/json', pair.privateKey))}\n`,
      () => pair.publicKey,
      'holds no in-toto statement',
    ],
    [
      'when it is about something else as well',
      () => resigned((statement) => ({ ...statement, subject: [...(statement.subject as object[]), { name: 'x' }] })),
      () => pair.publicKey,
      'says something else than the bundle',
    ],
    [
      'when the half that says how it came out is missing',
      () => text.split('\n')[1] ?? '',
      () => pair.publicKey,
      'does not say how the run came out',
    ],
  ])('is refused %s', (_, given, key, message) => {
    expect(() => checkAttestation(given(), bundle, key())).toThrow(message)
  })

  it('is taken with a second signature beside, and with space in it', () => {
    const [first = '', ...more] = text.split('\n')
    const envelope = JSON.parse(first)
    const foreign = signEnvelope('x', 'y', other.privateKey).signatures
    const both = JSON.stringify({ ...envelope, signatures: [...foreign, ...envelope.signatures] }).replaceAll(
      '":',
      '": ',
    )
    expect(checkAttestation([both, ...more].join('\n'), bundle, pair.publicKey)).toHaveLength(2)
  })

  it.each(['incomplete', 'error', 'unreachable'] as const)('is refused of a run that was %s', (verdict) => {
    expect(() => checkAttestation(text, withRun(bundle, { verdict }), pair.publicKey)).toThrow(
      `nothing can be attested: the verdict of the run is ${verdict}`,
    )
  })

  it('is refused when it is of another bundle, or says more than the bundle', () => {
    expect(() => checkAttestation(text, { ...bundle, sha256: 'f'.repeat(64) }, pair.publicKey)).toThrow(
      'is of another bundle',
    )
    const requirements = (bundle.report.requirements as object[]).slice(1)
    const lesser = { ...bundle, report: { ...bundle.report, requirements } } as Bundle
    expect(() => checkAttestation(text, lesser, pair.publicKey)).toThrow('says something else than the bundle')
  })
})

/** The first line of the attestation, signed by the same key once more with something changed. */
function resigned(change: (statement: Record<string, unknown>) => object): string {
  const statement = JSON.parse(openEnvelope(JSON.parse(text.split('\n')[0] ?? ''), pair.publicKey) ?? '{}')
  return JSON.stringify(signEnvelope(JSON.stringify(change(statement)), payloadType, pair.privateKey))
}

describe('nothing is attested', () => {
  it.each(['incomplete', 'error', 'unreachable'] as const)('of a run that was %s', (verdict) => {
    expect(() => attestBundle(withRun(bundle, { verdict }), found, { key: pair.privateKey, clock })).toThrow(
      `the verdict of the run is ${verdict}`,
    )
  })

  it('by rules of its own, or with outcomes that are taken on trust', () => {
    const signing = { key: pair.privateKey, clock }
    const unpublished = ['the bundle has other storyboards than this release publishes']
    expect(() => attestBundle(bundle, { ...found, unpublished }, signing)).toThrow('the bundle has other storyboards')
    const result = { check: 'field_value', outcome: { status: 'passed' } } as Settled['result']
    const settled = [{ step: 'a/b/c', index: 0, result }]
    expect(() => attestBundle(bundle, { ...found, status: 'partly', settled }, signing)).toThrow(
      'nothing is attested: the outcome of field_value in a/b/c is taken on trust',
    )
  })

  it('of a run that was stopped, or whose verdict does not follow', () => {
    const stage = { ...bundle.manifest.stage, stopped: { at: 'x', reason: 'SIGINT' } }
    const stopped = { ...bundle, manifest: { ...bundle.manifest, stage } }
    const signing = { key: pair.privateKey, clock }
    expect(() => attestBundle(stopped, found, signing)).toThrow('ended before it had finished')
    expect(() => attestBundle(bundle, { ...found, status: 'differs' }, signing)).toThrow('does not follow')
    expect(() => attestBundle(bundle, { ...found, status: 'not_derivable' }, signing)).toThrow(UsageError)
  })
})

it('says of a nonconformant run that it failed, and verifies no property', () => {
  const failed = withRun(bundle, { verdict: 'nonconformant' })
  const lines = attestBundle(failed, found, { key: pair.privateKey, clock })
  const [line = '', ...more] = lines.trim().split('\n')
  expect(more).toEqual([])
  expect(JSON.parse(openEnvelope(JSON.parse(line), pair.publicKey) ?? '{}').predicate.result).toBe('FAILED')
})

function anyPair(kind: 'x25519' | 'ed448') {
  return kind === 'x25519' ? generateKeyPairSync('x25519') : generateKeyPairSync('ed448')
}

describe('a key', () => {
  const pem = (key: typeof pair.privateKey, type: 'pkcs8' | 'spki') => String(key.export({ format: 'pem', type }))

  it('is the same by its name in both halves', () => {
    const [secret, open] = [pem(pair.privateKey, 'pkcs8'), pem(pair.publicKey, 'spki')]
    expect(keyId(privateKey(secret, 'f'))).toBe(keyId(publicKey(open, 'f')))
    expect(openEnvelope(signEnvelope('text', 'type', privateKey(secret, 'f')), publicKey(open, 'f'))).toBe('text')
  })

  it('is refused when it is of another kind, the wrong half, or none', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
    expect(() => privateKey(pem(rsa.privateKey, 'pkcs8'), 'key.pem')).toThrow('key.pem holds no Ed25519 private key')
    const locked = pair.privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' })
    expect(() => privateKey(String(locked), 'key.pem')).toThrow('key.pem holds a private key behind a passphrase')
    const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
    expect(() => publicKey(certificate, 'key.pem')).toThrow('key.pem holds no Ed25519 public key')
    for (const kind of ['x25519', 'ed448'] as const)
      expect(() => privateKey(pem(anyPair(kind).privateKey, 'pkcs8'), 'key.pem')).toThrow('no Ed25519 private key')
    expect(() => privateKey(pem(pair.publicKey, 'spki'), 'key.pem')).toThrow(UsageError)
    expect(() => publicKey(pem(pair.privateKey, 'pkcs8'), 'key.pem')).toThrow('key.pem holds a private key')
    expect(() => publicKey('nothing', 'key.pem')).toThrow('openssl genpkey')
  })
})
