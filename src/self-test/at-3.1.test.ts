import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addBundle } from '../bundle/add.ts'
import { said } from '../cli/io.fixture.ts'
import { packageRoot } from '../load/package-root.ts'
import { faults } from '../reference/faults/index.ts'
import { prepare } from '../run.ts'
import { failuresOf } from '../suite.fixture.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, runAgainst } from './agents.ts'

const archive = join(packageRoot(), '..', 'shared', 'adcp', 'adcp-3.1.19.tgz')
const there = existsSync(archive)
if (!there) console.warn(`skipped: everything at AdCP 3.1, because its bundle is not at ${archive}`)

describe.skipIf(!there)('at AdCP 3.1, with its official schemas', () => {
  let bundles = ''
  beforeAll(async () => {
    bundles = await mkdtemp(join(tmpdir(), 'bundles-'))
    await addBundle(archive, bundles)
  }, 60_000)
  afterAll(() => rm(bundles, { recursive: true, force: true }))

  it('the reference agent is conformant', { timeout: 60_000 }, async () => {
    const prepared = await prepare('3.1', { kind: 'profile', id: 'governance-agent@3.1' }, { bundles })
    const report = await runAgainst(agentWith(prepared, await generateGovernanceKeys('k')), prepared)
    expect(failuresOf(report)).toEqual([])
    expect(report.verdict.status).toBe('conformant')
    expect(report).not.toHaveProperty('selfTest')
  })

  it('the self-test is passed: every fault is caught, no variant loses a point', { timeout: 180_000 }, async () => {
    const file = join(bundles, 'matrix.json')
    const env = { ADCP_GOV_COMPLY_BUNDLES: bundles }
    const { code, stderr } = await said(`self-test --adcp-version 3.1 --json ${file}`, env)
    const matrix = JSON.parse(await readFile(file, 'utf8'))
    expect({ code, stderr, passed: matrix.passed }).toEqual({ code: 0, stderr: '', passed: true })
    expect(matrix).toMatchObject({ adcp_version: '3.1', adcp_release: '3.1.19', not_in_force: [] })
    expect(matrix.faults.map(({ fault }: { fault: string }) => fault)).toEqual(faults.map(({ id }) => id))
  })
})
