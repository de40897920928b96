import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { has3_1, type Installed, install3_1 } from '../adcp-3.1.fixture.ts'
import { said } from '../cli/io.fixture.ts'
import { faults } from '../reference/faults/index.ts'
import { prepare } from '../run.ts'
import { failuresOf } from '../suite.fixture.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, runAgainst } from './agents.ts'

describe.skipIf(!has3_1('the self-test'))('at AdCP 3.1, with its official schemas', () => {
  let installed: Installed
  beforeAll(async () => {
    installed = await install3_1()
  }, 60_000)
  afterAll(() => installed.remove())

  it('the reference agent is conformant', { timeout: 60_000 }, async () => {
    const prepared = await prepare('3.1', { kind: 'profile', id: 'governance-agent@3.1' }, installed)
    const report = await runAgainst(agentWith(prepared, await generateGovernanceKeys('k')), prepared)
    expect(failuresOf(report)).toEqual([])
    expect(report.verdict.status).toBe('conformant')
    expect(report).not.toHaveProperty('selfTest')
  })

  it('the self-test is passed: every fault is caught, no variant loses a point', { timeout: 180_000 }, async () => {
    const file = join(installed.bundles, 'matrix.json')
    const env = { ADCP_GOV_COMPLY_BUNDLES: installed.bundles }
    const { code, stderr } = await said(`self-test --role governance_agent --adcp-version 3.1 --json ${file}`, env)
    const matrix = JSON.parse(await readFile(file, 'utf8'))
    expect({ code, stderr, passed: matrix.passed }).toEqual({ code: 0, stderr: '', passed: true })
    expect(matrix).toMatchObject({ adcp_version: '3.1', adcp_release: '3.1.19', not_in_force: [] })
    expect(matrix.faults.map(({ fault }: { fault: string }) => fault)).toEqual(faults.map(({ id }) => id))
  })
})
