import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addBundle } from '../bundle/add.ts'
import { testIo } from '../cli/io.fixture.ts'
import { serveReference } from '../cli/reference-agent.ts'
import { packageRoot } from '../load/package-root.ts'
import type { RunReport } from '../model/run-report.ts'
import { defaultLimits, type RunOptions } from '../run.ts'
import { runSuite } from '../suite.fixture.ts'
import {
  hostile,
  noise,
  refusal,
  result,
  type StandInAnswer,
  type StandInSchemas,
  seeding,
  shapedRubbish,
  standIn,
} from './stand-in.fixture.ts'

/** All official storyboards, whatever the agent claims; nobody calls back, so nothing waits for that. */
const everything = {
  scope: { kind: 'storyboards', names: ['official/*'] },
  webhooks: { kind: 'off' },
  seededState: true,
  limits: { ...defaultLimits, callTimeoutMs: 5_000, stepTimeoutMs: 1_000 },
} as const satisfies Partial<RunOptions>

const sdk = dirname(createRequire(import.meta.url).resolve('@adcp/sdk/package.json'))
const schemas: StandInSchemas = { folder: join(sdk, 'dist/lib/schemas-data/3.0'), release: '3.0.6' }

async function runAll(given: StandInSchemas, answer: StandInAnswer, more: Partial<RunOptions> = {}) {
  const agent = await standIn(given, answer)
  return runSuite(agent.url, { ...everything, ...more }).finally(() => agent.close())
}

function stepsOf({ storyboards }: RunReport) {
  return storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
}

/** What broke in this program, to be read when it is not nothing. */
function errorsIn(report: RunReport): readonly string[] {
  return stepsOf(report).flatMap(({ address, verdict, validations }) => [
    ...(verdict.status === 'errored' ? [`${address} ${verdict.detail}`] : []),
    ...validations.flatMap(({ check, outcome }) => (outcome.status === 'errored' ? [`${address} ${check}`] : [])),
  ])
}

describe('all official storyboards of 3.0.6', () => {
  it.each<[string, StandInAnswer, Partial<RunReport['counts']['steps']>]>([
    ['refuses everything', refusal('INVALID_REQUEST'), { passed: 2, failed: 126, blocked: 266 }],
    ['does not support anything', refusal('UNSUPPORTED_FEATURE'), { passed: 2, failed: 126, blocked: 266 }],
    ['answers with an empty object', () => result({}), { passed: 2, failed: 177, blocked: 215 }],
    ['answers with a text that is no object', noise, { passed: 1, failed: 178, blocked: 215 }],
    [
      'answers with rubbish of the right shape',
      seeding(shapedRubbish(schemas)),
      { passed: 101, failed: 205, blocked: 125 },
    ],
    ['answers each call with something hostile', seeding(hostile()), { passed: 54, failed: 196, blocked: 181 }],
  ])('no step breaks against an agent that %s', async (_words, answer, counts) => {
    const report = await runAll(schemas, answer)
    expect(errorsIn(report)).toEqual([])
    expect(report.storyboards).toHaveLength(62)
    expect(report.verdict.status).toBe('nonconformant')
    expect(report.counts.steps).toEqual({ errored: 0, not_applicable: 43, ...counts })
    expect(report.storyboards.filter(({ status }) => status === 'passed')).toEqual([])
  })
})

describe('the official suite against the reference governance agent', () => {
  it('finds nothing broken in either, and the same over both protocols', async () => {
    const agent = await serveReference({ port: 0 }, testIo())
    const suite = { scope: { kind: 'suite', id: 'official' }, webhooks: { kind: 'off' } } as const
    try {
      const over = { mcp: await runSuite(agent.url, suite), a2a: await runSuite(agent.a2aUrl, suite) }
      for (const report of Object.values(over)) {
        expect(errorsIn(report)).toEqual([])
        // Without a test controller three storyboards are blocked; without credentials it has no mechanism to show.
        expect(report.counts.steps).toEqual({ errored: 0, failed: 1, blocked: 13, passed: 8, not_applicable: 150 })
      }
      expect(over.a2a.storyboards.map(({ id, status }) => [id, status])).toEqual(
        over.mcp.storyboards.map(({ id, status }) => [id, status]),
      )
    } finally {
      await agent.close()
    }
  })
})

const archive = join(packageRoot(), '..', 'shared', 'adcp', 'adcp-3.1.19.tgz')
const there = existsSync(archive)
if (!there) console.warn(`skipped: the official storyboards of 3.1.19, because their bundle is not at ${archive}`)

describe.skipIf(!there)('all official storyboards of 3.1.19', () => {
  let bundles = ''
  beforeAll(async () => {
    bundles = await mkdtemp(join(tmpdir(), 'bundles-'))
    await addBundle(archive, bundles)
  }, 60_000)
  afterAll(() => rm(bundles, { recursive: true, force: true }))

  it('break nowhere', async () => {
    const given = { folder: join(bundles, '3.1.19', 'schemas'), release: '3.1.19' }
    for (const answer of [seeding(shapedRubbish(given)), seeding(hostile())]) {
      const report = await runAll(given, answer, { adcpVersion: '3.1', bundles })
      expect(errorsIn(report)).toEqual([])
      expect(report.storyboards).toHaveLength(122)
      expect(report.verdict.status).toBe('nonconformant')
    }
  }, 60_000)
})
