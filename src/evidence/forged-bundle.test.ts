import { beforeAll, expect, it } from 'vitest'
import { pack, sha256, unpack } from './container.ts'
import { openBundle } from './open-bundle.ts'
import { bundleOf, forged, preparedFor, recordedRun } from './recorded-run.fixture.ts'
import { verifyBundle } from './verify-bundle.ts'

let sound: Uint8Array

beforeAll(async () => {
  sound = await bundleOf(await recordedRun(await preparedFor(['governance_agent/budget'])))
}, 60_000)

const pointers = async (bytes: Uint8Array) =>
  (await verifyBundle(await openBundle(bytes))).differences.map(({ pointer }) => pointer)

it('is refused with a file that no evidence has, be it in the manifest', async () => {
  await expect(openBundle(forged(sound, (files) => files.set('Report.json', '{}')))).rejects.toThrow(
    'it holds a file Report.json, which no evidence has',
  )
})

it('is refused with a member that stands there twice, which others may read as another', async () => {
  const files = new Map(unpack(sound))
  const report = (files.get('report.json') ?? '').replace('{', '{"verdict":{"status":"nonconformant"},')
  const manifest = JSON.parse(files.get('manifest.json') ?? '{}')
  manifest.entries['report.json'] = { sha256: sha256(report), bytes: Buffer.byteLength(report) }
  const changed = new Map([
    ...files,
    ['report.json', report],
    ['manifest.json', `${JSON.stringify(manifest, null, 1)}\n`],
  ])
  await expect(openBundle(pack(changed))).rejects.toThrow('report.json is not written as this program writes it')
})

it('is refused with secrets that are words: they would be hidden in the report', async () => {
  const bytes = forged(
    sound,
    () => undefined,
    (manifest) => ({ ...manifest, secrets: ['denied'] }),
  )
  await expect(openBundle(bytes)).rejects.toThrow('/secrets/0')
})

it('differs with another day, scope or field of the decision in its manifest', async () => {
  const bytes = forged(
    sound,
    () => undefined,
    ({ run, ...manifest }) => ({
      ...manifest,
      settled: 3,
      run: {
        ...run,
        finished_at: '2031-01-01T00:00:00.000Z',
        scope: { kind: 'selection', storyboards: [] },
        adcp: { ...run.adcp, outcomeField: 'outcome_state' },
      },
    }),
  )
  expect(await pointers(bytes)).toEqual(
    expect.arrayContaining([
      '/manifest/run/finished_at',
      '/manifest/run/scope/storyboards',
      '/manifest/fields/outcomeField',
      '/manifest/settled',
    ]),
  )
}, 30_000)

it('differs with an exchange that the run does not ask for', async () => {
  const bytes = forged(sound, (files) => {
    const lines = (files.get('exchanges.ndjson') ?? '').split('\n')
    const at = lines.findIndex((line) => line.includes('"kind":"call"'))
    files.set('exchanges.ndjson', lines.toSpliced(at, 0, lines[at] ?? '').join('\n'))
  })
  expect(await pointers(bytes)).toEqual(['/exchanges'])
}, 30_000)
