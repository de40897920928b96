import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { forged } from '../evidence/recorded-run.fixture.ts'
import { aboutFiles, checkSubmission } from './check-submission.ts'
import { certifiedRun, type MadeSubmission, pair, profile, submissionOf } from './submission.fixture.ts'
import type { Submission } from './submission.ts'

/** Of one storyboard, as it is quick: that alone keeps it from being accepted. */
let small: MadeSubmission
const isSmall = 'the run is not of a profile'

beforeAll(async () => {
  small = await submissionOf(await certifiedRun({ kind: 'storyboards', names: ['governance_agent/budget'] }))
}, 60_000)

async function reasons(bundle: Uint8Array): Promise<readonly string[]> {
  return (await checkSubmission({ ...small.submission, bundle }, { key: pair.publicKey })).reasons
}

it('accepts what certify makes, with notes on what no record can show', async () => {
  const { submission } = await submissionOf(await certifiedRun({ kind: 'profile', id: profile }))
  const checked = await checkSubmission(submission, { key: pair.publicKey })
  expect(checked.reasons).toEqual([])
  expect(checked.notes[0]).toMatch(/^the run was of http:\/\/127.*, which only the machine of the run can reach$/)
  expect(checked.notes.slice(1).every((note) => note.startsWith('gov_token_signature in '))).toBe(true)
}, 180_000)

it('finds nothing else wrong with what one storyboard gave, and says that nobody signed it when nobody did', async () => {
  expect(await reasons(small.submission.bundle)).toEqual([isSmall])
  const { attestation: _, ...unsigned } = small.submission
  const { notes } = await checkSubmission(unsigned)
  expect(notes[0]).toBe('nobody signed it: a conversation that was made up looks the same')
}, 30_000)

describe('evidence', () => {
  it('is refused when a byte of it was changed', async () => {
    const bytes = Uint8Array.from(small.submission.bundle)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    expect((await reasons(bytes)).join()).toMatch(/^the evidence cannot be taken: /)
  })

  it('is refused with another day on it, whose badge and attestation are then others', async () => {
    const dated = forged(
      small.submission.bundle,
      () => undefined,
      (was) => ({ ...was, run: { ...was.run, finished_at: '2031-01-01T00:00:00.000Z' } }),
    )
    expect(await reasons(dated)).toEqual([
      isSmall,
      'the report does not follow from the exchanges: /manifest/run/finished_at is another',
      'the badge is not that of this run',
      'line 1 of the attestation is of another bundle',
    ])
  }, 30_000)

  it('is refused when a choice of storyboards is called a profile, and nothing is carried out by them', async () => {
    const scope = { kind: 'profile' as const, id: profile, title: 'Governance agent, core', digest: 'd' }
    const named = forged(
      small.submission.bundle,
      () => undefined,
      (was) => ({ ...was, run: { ...was.run, scope } }),
    )
    const found = await checkSubmission({ ...small.submission, bundle: named }, { key: pair.publicKey })
    expect(found.reasons).toContain('the bundle has another profile than this release publishes')
    expect(found.notes).toEqual([`it was made by version ${small.bundle.manifest.tool.version}`])
  }, 30_000)
})

describe('the files beside the evidence', () => {
  const files = (parts: Partial<Submission>, key = pair.publicKey) =>
    aboutFiles({ ...small.submission, ...parts }, { ...small, key })

  it('are taken as they were made, and refused when they were edited', async () => {
    const { json, html, badge, readme } = small.submission
    expect(await files({})).toEqual([])
    expect(
      await files({
        json: json.replace('"passed"', '"failed"'),
        html: `${html} `,
        badge: badge.replace('budget', 'all'),
        badgeData: '{}',
        readme: readme.replace('127.0.0.1', 'other.example'),
      }),
    ).toEqual([
      'report.json is not the report of this run',
      'report.html is not the report of this run',
      'the badge is not that of this run',
      'README.md is not that of this run',
    ])
  })

  it('are refused with an attestation that is missing, unchecked or of another key', async () => {
    const { attestation: _, ...without } = small.submission
    const other = generateKeyPairSync('ed25519').publicKey
    expect(await aboutFiles(without, { ...small, key: pair.publicKey })).toEqual([
      'README.md is not that of this run',
      'there is no attestation',
    ])
    expect(await aboutFiles(small.submission, small)).toEqual(['the attestation was not checked: give --public-key'])
    expect(await files({}, other)).toEqual(['line 1 of the attestation is not signed by this key'])
  })
})
