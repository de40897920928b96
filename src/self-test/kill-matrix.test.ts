import { beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../reference/faults/index.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { prepare } from '../run.ts'
import { failuresOf } from '../suite.fixture.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, type Kill, killMatrix, runAgainst } from './kill-matrix.ts'

let prepared: Prepared
let kills: ReadonlyMap<string, Kill>
beforeAll(async () => {
  prepared = await prepare('3.0', { kind: 'profile', id: 'governance-agent@3.0' })
  kills = new Map((await killMatrix(graded(), prepared)).map((kill) => [kill.fault, kill]))
}, 60_000)

const profile = await prepare('3.0', { kind: 'profile', id: 'governance-agent@3.0' })
function graded() {
  return faults.filter(({ requirement }) => profile.scope.requirements.includes(requirement))
}

describe('the reference agent', () => {
  it('is conformant', async () => {
    const report = await runAgainst(agentWith(prepared, await generateGovernanceKeys('k')), prepared)
    expect(failuresOf(report)).toEqual([])
    expect(report.verdict.status).toBe('conformant')
  })
})

describe('every fault is caught by a validation that names its requirement', () => {
  it.each(graded())('$id breaks $requirement', ({ id }) => {
    const kill = kills.get(id)
    expect(kill?.killedBy).not.toEqual([])
    expect(kill?.verdict).toBe(kill?.advisory ? 'conformant' : 'nonconformant')
  })

  it('there are twenty of them at least', () => expect(graded().length).toBeGreaterThanOrEqual(20))
})

describe('every requirement of the profile has a fault', () => {
  it.each(profile.scope.requirements)('%s', (id) => {
    expect(faults.filter(({ requirement }) => requirement === id)).not.toEqual([])
  })
})
