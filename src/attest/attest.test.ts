import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { type Bundle, openBundle } from '../evidence/open-bundle.ts'
import { bundleOf, preparedFor, recordedRun } from '../evidence/recorded-run.fixture.ts'
import { type Verification, verifyBundle } from '../evidence/verify-bundle.ts'
import { attestBundle } from './attest-bundle.ts'
import { checkAttestation } from './check-attestation.ts'
import { keyId, openEnvelope, privateKey, publicKey, signEnvelope } from './dsse.ts'

const pair = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const clock = { now: () => Date.parse('2026-06-15T12:00:00Z') }
let bundle: Bundle
let found: Verification
let text: string

beforeAll(async () => {
  bundle = await openBundle(await bundleOf(await recordedRun(await preparedFor(['governance_agent/budget']))))
  found = await verifyBundle(bundle)
  text = attestBundle(bundle, found, { key: pair.privateKey, clock })
}, 30_000)

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
      properties: ['ADCP_GOV_COMPLY_CONFORMANT', 'ADCP_GOV_COMPLY_SCOPE_SELECTION', 'ADCP_3.0.6'],
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
      'when the half that says how it came out is missing',
      () => text.split('\n')[1] ?? '',
      () => pair.publicKey,
      'does not say how the run came out',
    ],
  ])('is refused %s', (_, given, key, message) => {
    expect(() => checkAttestation(given(), bundle, key())).toThrow(message)
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

describe('nothing is attested', () => {
  it.each(['incomplete', 'error', 'unreachable'] as const)('of a run that was %s', (verdict) => {
    const run = { ...bundle.manifest.run, verdict }
    const such = { ...bundle, manifest: { ...bundle.manifest, run } }
    expect(() => attestBundle(such, found, { key: pair.privateKey, clock })).toThrow(
      `the verdict of the run is ${verdict}`,
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
  const run = { ...bundle.manifest.run, verdict: 'nonconformant' as const }
  const lines = attestBundle({ ...bundle, manifest: { ...bundle.manifest, run } }, found, {
    key: pair.privateKey,
    clock,
  })
  const [line = '', ...more] = lines.trim().split('\n')
  expect(more).toEqual([])
  expect(JSON.parse(openEnvelope(JSON.parse(line), pair.publicKey) ?? '{}').predicate.result).toBe('FAILED')
})

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
    expect(() => privateKey(pem(pair.publicKey, 'spki'), 'key.pem')).toThrow(UsageError)
    expect(() => publicKey(pem(pair.privateKey, 'pkcs8'), 'key.pem')).toThrow('key.pem holds a private key')
    expect(() => publicKey('nothing', 'key.pem')).toThrow('openssl genpkey')
  })
})
