import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addBundle } from '../bundle/add.ts'
import { packageRoot } from '../load/package-root.ts'
import { faults } from '../reference/faults/index.ts'
import { prepare } from '../run.ts'
import { failuresOf } from '../suite.fixture.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, runAgainst } from './agents.ts'
import { killMatrix } from './kill-matrix.ts'

const archive = join(packageRoot(), '..', 'shared', 'adcp', 'adcp-3.1.19.tgz')
const there = existsSync(archive)
if (!there) console.warn(`skipped: everything at AdCP 3.1, because its bundle is not at ${archive}`)

describe.skipIf(!there)('at AdCP 3.1, with its official schemas', () => {
  it('the reference agent is conformant, and its faults are caught', { timeout: 120_000 }, async () => {
    const bundles = await mkdtemp(join(tmpdir(), 'bundles-'))
    await addBundle(archive, bundles)
    const prepared = await prepare('3.1', { kind: 'profile', id: 'governance-agent@3.1' }, { bundles })
    const report = await runAgainst(agentWith(prepared, await generateGovernanceKeys('k')), prepared)
    expect(failuresOf(report)).toEqual([])
    expect(report.verdict.status).toBe('conformant')
    const graded = faults.filter(({ requirement }) => prepared.scope.requirements.includes(requirement))
    const missed = (await killMatrix(graded, prepared)).filter(({ killedBy }) => killedBy.length === 0)
    expect(missed.map(({ fault }) => fault)).toEqual([])
  })
})
