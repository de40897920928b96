import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { attestBundle } from '../attest/attest-bundle.ts'
import { unpack } from '../evidence/container.ts'
import { makeBundle } from '../evidence/make-bundle.ts'
import { type Bundle, openBundle } from '../evidence/open-bundle.ts'
import { forged, realManner, recordedRun } from '../evidence/recorded-run.fixture.ts'
import { type Verification, verifyBundle } from '../evidence/verify-bundle.ts'
import { loadReporter } from '../report/reporters.ts'
import { prepare } from '../run.ts'
import { badgeOf, badgeSvg, shieldsEndpoint } from './badge.ts'
import { aboutFiles, checkSubmission } from './check-submission.ts'
import { frozenSettings, thawed } from './frozen.ts'
import { seededIds } from './seeded-ids.ts'
import { readme, type Submission } from './submission.ts'

const pair = generateKeyPairSync('ed25519')
const profile = 'governance-agent-core@3.0'
let good: Submission
let bundle: Bundle
let found: Verification

beforeAll(async () => {
  const seed = crypto.randomUUID()
  const prepared = await prepare('3.0', { kind: 'profile', id: profile })
  const manner = realManner({ ...frozenSettings, ids: seededIds(seed) })
  const recorded = await recordedRun(prepared, { manner })
  const { bytes } = await makeBundle(recorded, { idSeed: seed })
  bundle = await openBundle(bytes)
  const [json, html] = await Promise.all([loadReporter('json'), loadReporter('html')])
  const badge = badgeOf(bundle.manifest)
  found = await verifyBundle(bundle)
  const attestation = attestBundle(bundle, found, {
    key: pair.privateKey,
    clock: { now: Date.now },
  })
  good = {
    bundle: bytes,
    json: json(recorded.report),
    html: html(recorded.report),
    badge: badgeSvg(badge),
    badgeData: shieldsEndpoint(badge),
    attestation,
  }
}, 90_000)

async function reasons(submission: Submission): Promise<readonly string[]> {
  return (await checkSubmission(submission, { key: pair.publicKey })).reasons
}

function changed(name: string, change: (text: string) => string): Submission {
  return { ...good, bundle: forged(good.bundle, (files) => files.set(name, change(files.get(name) ?? ''))) }
}

describe('a submission', () => {
  it('is accepted as it was made, with a note on what cannot be derived', async () => {
    const checked = await checkSubmission(good, { key: pair.publicKey })
    expect(checked.reasons).toEqual([])
    expect(checked.notes.every((note) => note.startsWith('gov_token_signature in '))).toBe(true)
  }, 30_000)

  it('is refused with a report or a badge that was edited', async () => {
    const files = (parts: Partial<Submission>) =>
      aboutFiles({ ...good, ...parts }, { bundle, found, key: pair.publicKey })
    expect(await files({})).toEqual([])
    expect(await files({ json: good.json.replace('"passed"', '"failed"') })).toEqual([
      'report.json is not the report of this run',
    ])
    expect(await files({ html: `${good.html} ` })).toEqual(['report.html is not the report of this run'])
    expect(await files({ badge: good.badge.replace('3.0', '9.0') })).toEqual(['the badge is not that of this run'])
  }, 30_000)

  it('is refused with an attestation that is missing, unchecked or of another key', async () => {
    const { attestation: _, ...without } = good
    const other = generateKeyPairSync('ed25519').publicKey
    const known = { bundle, found }
    expect(await aboutFiles(without, { ...known, key: pair.publicKey })).toEqual(['there is no attestation'])
    expect(await aboutFiles(good, known)).toEqual(['the attestation was not checked: give --public-key'])
    expect(await aboutFiles(good, { ...known, key: other })).toEqual([
      'line 1 of the attestation is not signed by this key',
    ])
    expect(await aboutFiles(without, known)).toEqual([])
  }, 30_000)

  it('is refused with storyboards of its own', async () => {
    const name = 'storyboards/governance_agent%2Fbudget.json'
    const lenient = changed(name, (text) =>
      text.replaceAll('"required"', '"advisory"').replace('"title": "', '"title": "x'),
    )
    expect(await reasons(lenient)).toContain('the storyboards in the bundle are not those of this release')
  }, 30_000)

  it('is refused when outcomes were settled that need no signature', async () => {
    const settle = (text: string) => {
      const settled = JSON.parse(text)
      return JSON.stringify([...settled, { ...settled[0], result: { ...settled[0].result, check: 'field_value' } }])
    }
    expect((await reasons(changed('settled.json', settle))).join()).toContain('field_value in')
  }, 30_000)

  it('is refused when a byte of its evidence was changed', async () => {
    const bytes = Uint8Array.from(good.bundle)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    expect((await reasons({ ...good, bundle: bytes })).join()).toMatch(/^the evidence cannot be taken: /)
  })
})

describe('the frozen settings', () => {
  const manner = (parts: object) => ({
    ...bundle,
    manifest: { ...bundle.manifest, manner: { ...bundle.manifest.manner, ...parts } },
  })

  it('hold for a run that was made with them, and for no other', () => {
    expect(thawed(bundle)).toEqual([])
    expect(thawed(manner({ dates: 'as-written' }))).toEqual([
      'the run had dates as-written, and a certificate needs shift',
    ])
    expect(thawed(manner({ limits: { ...frozenSettings.limits, delayMs: 5 } }))).toEqual([
      'the run had limits of its own',
    ])
    expect(thawed(manner({ test_kit: 'mine.yaml' }))).toEqual(['the run had a test kit of its own'])
    expect(thawed(manner({ seeded_state: true }))).toEqual(['the run presupposed state at the agent'])
  })

  it('tell ids that were picked by hand', () => {
    expect(thawed(manner({ id_seed: undefined }))).toEqual(['the ids of the run do not follow from a seed'])
    expect(thawed(manner({ id_seed: 'another' })).join()).toMatch(/^\d+ ids of the run do not follow from its seed$/)
  })
})

it('makes ids from a seed: the same from the same, UUIDs in form', () => {
  const [one, again, other] = [seededIds('a'), seededIds('a'), seededIds('b')]
  const ids = [one.uuid(), one.uuid(), one.opaque()]
  expect([again.uuid(), again.uuid(), again.opaque()]).toEqual(ids)
  expect(new Set([...ids, other.uuid(), other.opaque()]).size).toBe(5)
  expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})

describe('a badge', () => {
  const run = (parts: object) => badgeOf({ ...bundle.manifest, run: { ...bundle.manifest.run, ...parts } })

  it('names profile, verdict, version and day', () => {
    const day = bundle.manifest.run.finished_at.slice(0, 10)
    const message = `${profile} · conformant · ${bundle.manifest.tool.version} · ${day}`
    expect(run({})).toEqual({ label: 'AdCP governance', message, color: 'brightgreen' })
    expect(JSON.parse(shieldsEndpoint(run({})))).toEqual({ schemaVersion: 1, ...run({}) })
    expect(badgeSvg(run({}))).toContain(`>${message}</text>`)
  })

  it('is green for nothing but a complete, conformant run of a profile', () => {
    const selection = { scope: { kind: 'selection', storyboards: ['a'] } }
    const colors = [
      run({ verdict: 'nonconformant' }),
      run({ verdict: 'incomplete' }),
      run({ verdict: 'error' }),
      run(selection),
    ]
    expect(colors.map(({ color }) => color)).toEqual(['red', 'lightgrey', 'lightgrey', 'lightgrey'])
    const stage = { ...bundle.manifest.stage, stopped: { at: 'x', reason: 'SIGINT' } }
    expect(badgeOf({ ...bundle.manifest, stage }).color).toBe('lightgrey')
  })

  it('keeps what it names from being markup', () => {
    const scope = { kind: 'profile', id: '<script>"&', title: '', digest: '' }
    expect(badgeSvg(run({ scope }))).toContain('aria-label="AdCP governance: ?script??? · conformant')
  })
})

it('writes the commands that repeat and check a submission, and lets no address out of its quotes', () => {
  const text = readme({
    profile,
    verdict: 'conformant',
    version: '1.2.3',
    runId: 'r',
    url: "http://a/'; rm `x`",
    isAttested: true,
  })
  expect(text).toContain("certify 'http://a/%27; rm `x`' --profile governance-agent-core@3.0")
  expect(text).toContain('certify check . --public-key key.pub.pem')
  expect(unpack(good.bundle).has('report.json')).toBe(true)
})
