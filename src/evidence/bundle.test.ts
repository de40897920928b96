import { beforeAll, describe, expect, it } from 'vitest'
import { EvidenceRefused } from '../errors.ts'
import { agentConnection } from '../run/connection.ts'
import { defaultLimits } from '../run/options.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { pack as repacked, unpack } from './container.ts'
import { openBundle } from './open-bundle.ts'
import { recordRun } from './record-run.ts'
import { bundleOf, forged, preparedFor, realManner, recordedRun } from './recorded-run.fixture.ts'
import { replayBundle } from './replay-bundle.ts'
import { type Verification, verifyBundle } from './verify-bundle.ts'

let prepared: Prepared
let sound: Uint8Array
let faulty: Uint8Array

beforeAll(async () => {
  prepared = await preparedFor()
  sound = await bundleOf(await recordedRun(prepared))
  faulty = await bundleOf(await recordedRun(prepared, { fault: 'approves-over-budget' }))
}, 60_000)

async function verified(bytes: Uint8Array): Promise<Verification> {
  return verifyBundle(await openBundle(bytes))
}

describe('the report follows from the record', () => {
  it('wholly, when nothing that was hidden was judged', async () => {
    const budget = await preparedFor(['governance_agent/budget'])
    const found = await verified(await bundleOf(await recordedRun(budget)))
    expect(found).toMatchObject({ status: 'same', differences: [], strays: [], settled: [], otherwise: [] })
    expect(found.report.verdict.status).toBe('conformant')
  }, 30_000)

  it('for an agent that fails as for one that passes', async () => {
    const found = await verified(faulty)
    expect(found).toMatchObject({ status: 'partly', differences: [], strays: [] })
    expect(found.report.verdict.status).toBe('nonconformant')
  })

  it('but for the signatures of tokens, which are hidden: that is said, and never called the same', async () => {
    const found = await verified(sound)
    expect(found).toMatchObject({ status: 'partly', differences: [], strays: [] })
    expect([...new Set(found.settled.map(({ result }) => [result.check, result.outcome.status].join(' ')))]).toEqual([
      'gov_token_signature passed',
    ])
  })

  it('when the agent was out of reach', async () => {
    const connection = agentConnection({
      url: 'http://127.0.0.1:1/mcp',
      credentials: {},
      limits: defaultLimits,
      clock: { now: Date.now },
    })
    const found = await verified(await bundleOf(await recordRun(connection, prepared, realManner())))
    expect(found).toMatchObject({ status: 'same', report: { verdict: { status: 'unreachable' } } })
  })

  it('when the run was stopped', async () => {
    const stopping = new AbortController()
    const manner = realManner({
      signal: stopping.signal,
      onEvent: (event) =>
        event.kind === 'step_started' && event.task === 'check_governance' && stopping.abort('SIGINT'),
    })
    const found = await verified(await bundleOf(await recordedRun(prepared, { manner })))
    expect(found).toMatchObject({ status: 'same', report: { verdict: { stopped: 'SIGINT' } } })
  }, 30_000)
})

it('holds no secret, neither a credential nor the signature of a token', async () => {
  const recorded = await recordedRun(prepared)
  const text = [...unpack(await bundleOf(recorded)).values()].join('\n')
  const contexts = JSON.stringify(recorded.journal).match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? []
  expect(contexts.length).toBeGreaterThan(0)
  expect(recorded.secrets.filter((secret) => secret.length >= 8).length).toBeGreaterThan(0)
  const secrets = [
    ...recorded.secrets.filter((secret) => secret.length >= 8),
    ...contexts.map((jws) => jws.split('.')[2] ?? ''),
  ]
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
}, 30_000)

describe('a forger who mends all digests', () => {
  it('cannot call a failed run conformant', async () => {
    const bytes = forged(faulty, (files) =>
      edit(files, 'report.json', (report) => ({ ...report, verdict: { status: 'conformant' } })),
    )
    const found = await verified(bytes)
    expect(found.status).toBe('differs')
    expect(found.differences.map(({ pointer }) => pointer)).toContain('/verdict/status')
  })

  it('cannot put in the exchanges of another run', async () => {
    const others = unpack(sound)
    const bytes = forged(faulty, (files) => files.set('exchanges.ndjson', others.get('exchanges.ndjson') ?? ''))
    const found = await verified(bytes)
    expect(found.status).toBe('differs')
    expect(found.strays.length).toBeGreaterThan(0)
  })

  it('cannot change a reply without its digest', async () => {
    const bytes = forged(faulty, (files) => {
      const lines = (files.get('exchanges.ndjson') ?? '').split('\n')
      const at = lines.findIndex((line) => line.includes('"kind":"call"') && !/redacted|00000000-/.test(line))
      files.set(
        'exchanges.ndjson',
        lines.with(at, (lines[at] ?? '').replace('"durationMs":', '"durationMs":1')).join('\n'),
      )
    })
    await expect(verified(bytes)).rejects.toThrow('is not the one that was recorded')
  })

  it('cannot leave out an exchange', async () => {
    const bytes = forged(sound, (files) =>
      files.set('exchanges.ndjson', (files.get('exchanges.ndjson') ?? '').split('\n').slice(0, -4).join('\n')),
    )
    expect((await verified(bytes)).status).toBe('differs')
  })

  it('breaks nothing with a record that is none', async () => {
    for (const junk of ['{"at":"","kind":"probe","found":null}\n', '{}\n', '[]\n', '7\n', 'null\n'])
      await expect(verifiedOrRefused(forged(sound, (files) => files.set('exchanges.ndjson', junk)))).resolves.toMatch(
        /refused|differs/,
      )
  })
})

describe('a bundle is refused', () => {
  it('when it was made by a newer release, with the release to use', async () => {
    const bytes = withManifest(sound, { format_version: 2, tool: { name: 'x', version: '9.9.9' } })
    await expect(openBundle(bytes)).rejects.toThrow('use the release that made it, 9.9.9')
  })

  it('when its manifest is none', async () => {
    await expect(openBundle(withManifest(sound, { secrets: 'none' }))).rejects.toThrow(
      'manifest.json is not one of evidence: /secrets',
    )
  })

  it('when a file is not the one of the manifest, is missing or is too much', async () => {
    const manifest = unpack(sound).get('manifest.json') ?? ''
    const changed = withOldManifest(
      forged(sound, (files) => files.set('report.json', '{}')),
      manifest,
    )
    await expect(openBundle(changed)).rejects.toThrow('report.json was changed')
    const missing = withOldManifest(
      forged(sound, (files) => files.delete('moments.json')),
      manifest,
    )
    await expect(openBundle(missing)).rejects.toThrow('moments.json is missing')
    const more = withOldManifest(
      forged(sound, (files) => files.set('more.json', '{}')),
      manifest,
    )
    await expect(openBundle(more)).rejects.toThrow('more.json is not in the manifest')
  })
})

describe('a replay by this release', () => {
  it('shows the same where nothing was changed', async () => {
    const { before, now, strays } = await replayBundle(await openBundle(faulty))
    expect({ verdict: now.verdict, strays }).toEqual({ verdict: before.verdict, strays: [] })
  })

  it('shows what the recorded run did not ask, as blocked and not as failed', async () => {
    const bytes = forged(sound, (files) =>
      files.set('exchanges.ndjson', (files.get('exchanges.ndjson') ?? '').split('\n').slice(0, -3).join('\n')),
    )
    const { now, strays } = await replayBundle(await openBundle(bytes))
    expect(strays.length).toBeGreaterThan(0)
    expect(now.verdict).toMatchObject({ status: 'incomplete' })
  })
})

function edit(files: Map<string, string>, name: string, change: (value: Record<string, unknown>) => unknown): void {
  files.set(name, JSON.stringify(change(JSON.parse(files.get(name) ?? '{}'))))
}

function withManifest(bytes: Uint8Array, members: object): Uint8Array {
  const manifest = { ...JSON.parse(unpack(bytes).get('manifest.json') ?? '{}'), ...members }
  return withOldManifest(bytes, JSON.stringify(manifest))
}

function withOldManifest(bytes: Uint8Array, manifest: string): Uint8Array {
  return repacked(new Map([...unpack(bytes), ['manifest.json', manifest]]))
}

async function verifiedOrRefused(bytes: Uint8Array): Promise<string> {
  try {
    return (await verified(bytes)).status
  } catch (error) {
    if (error instanceof EvidenceRefused) return 'refused'
    throw error
  }
}
