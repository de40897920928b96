import { describe, expect, it } from 'vitest'
import { faults } from '../reference/faults/index.ts'
import { prepare } from '../run.ts'
import { failuresOf } from '../suite.fixture.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, killMatrix, runAgainst } from './kill-matrix.ts'

const prepared = await prepare('3.0', { kind: 'profile', id: 'governance-agent@3.0' })
const faultOf = (requirement: string) => {
  const found = faults.find((fault) => fault.requirement === requirement)
  if (found === undefined) throw new Error(`no fault breaks ${requirement}`)
  return found
}

describe('the reference agent', () => {
  it('is conformant', async () => {
    const report = await runAgainst(agentWith(prepared, await generateGovernanceKeys('k')), prepared)
    expect(failuresOf(report)).toEqual([])
    expect(report.verdict.status).toBe('conformant')
  })
})

// That each fault is caught is shown by the test of the self-test, which tries them all.
describe('a row of the matrix', () => {
  it('names the steps that caught a fault by its requirement', async () => {
    const [kill] = await killMatrix([faultOf('GOV-GA-001')], prepared)
    expect(kill).toMatchObject({
      requirement: 'GOV-GA-001',
      status: 'killed',
      verdict: 'nonconformant',
      advisory: false,
    })
    expect(kill?.killedBy.length).toBeGreaterThan(0)
  })

  it('tells of a fault that breaks nothing', async () => {
    const harmless = {
      ...faultOf('GOV-GA-001'),
      break: (parts: Parameters<ReturnType<typeof faultOf>['break']>[0]) => parts,
    }
    expect(await killMatrix([harmless], prepared)).toEqual([
      expect.objectContaining({ status: 'survived', killedBy: [], verdict: 'conformant' }),
    ])
  })

  it('tells of a fault that nothing grades', async () => {
    const ungraded = { ...faultOf('GOV-GA-001'), requirement: 'GOV-GA-000' }
    expect(await killMatrix([ungraded], prepared)).toEqual([
      expect.objectContaining({ status: 'not_graded', killedBy: [], verdict: 'not_run' }),
    ])
  })
})

describe('every requirement of the profile has a fault', () => {
  it.each(prepared.scope.requirements)('%s', (id) => {
    expect(faults.filter(({ requirement }) => requirement === id)).not.toEqual([])
  })
})
