import { beforeAll, describe, expect, it } from 'vitest'
import { facadeAlwaysDenies } from '../reference/faults/facades/facade-always-denies.ts'
import type { Fault } from '../reference/faults/fault.ts'
import { approvesOverBudget } from '../reference/faults/limits/approves-over-budget.ts'
import type { Variant } from '../reference/variants/index.ts'
import { prepare } from '../run.ts'
import { machineMatrix } from './machine-matrix.ts'
import { type SelfTest, selfTest } from './self-test.ts'

const harmless: Fault = { id: 'harmless', requirement: 'GOV-GA-040', title: 'Does no harm.', break: (parts) => parts }
const ungraded: Fault = { ...harmless, id: 'ungraded', requirement: 'GOV-GA-999' }
const ofTomorrow: Fault = { ...harmless, id: 'of-tomorrow', requirement: 'GOV-GA-076' }
const sound: Variant = { id: 'sound', title: 'As it is.' }
const unsound: Variant = { id: 'unsound', title: 'Over budget.', vary: (parts) => approvesOverBudget.break(parts) }
const unsoundWire: Variant = {
  id: 'unsound-wire',
  title: 'Says nothing that can be read.',
  wire: { toolResult: () => ({ content: [{ type: 'text', text: 'Hello.' }] }) },
}

let found: SelfTest
beforeAll(async () => {
  const prepared = await prepare('3.0', { kind: 'storyboards', names: ['governance_agent/denial'] })
  const subjects = {
    faults: [approvesOverBudget, harmless, ungraded, ofTomorrow],
    facades: [facadeAlwaysDenies, harmless],
    variants: [sound, unsound, unsoundWire],
  }
  found = await selfTest(subjects, prepared, '1.0.0')
})

describe('a self-test', () => {
  it('tells faults that are caught from those that are not', () => {
    expect(found.faults.map(({ fault, status, verdict }) => [fault, status, verdict])).toEqual([
      ['approves-over-budget', 'killed', 'nonconformant'],
      ['harmless', 'survived', 'conformant'],
      ['ungraded', 'not_graded', 'not_run'],
    ])
    expect(found.faults[0]?.killedBy).toEqual([
      'governance_agent/denial/over/one_package_over',
      'governance_agent/denial/over/two_packages_over',
    ])
  })

  it('does not try what breaks nothing at this AdCP line', () => {
    expect(found.notInForce).toEqual(['of-tomorrow'])
    expect(machineMatrix(found, undefined).not_in_force).toEqual(['of-tomorrow'])
  })

  it('does not take one broken requirement for an unmasked façade', () => {
    expect(found.facades).toEqual([
      { facade: 'facade-always-denies', verdict: 'nonconformant', violated: expect.any(Number), unmasked: false },
      { facade: 'harmless', verdict: 'conformant', violated: 0, unmasked: false },
    ])
  })

  it('names every point that a variant lost', () => {
    const [first, second, third] = found.variants
    expect(first).toEqual({ variant: 'sound', verdict: 'conformant', lost: [] })
    expect(second?.verdict).toBe('nonconformant')
    expect(second?.lost[0]).toMatch(/^governance_agent\/denial\/over\/one_package_over {2}gov_decision: /)
    expect(third?.verdict).not.toBe('conformant')
    expect(third?.lost).not.toEqual([])
  })

  it('is not passed then, and says so to programs', () => {
    expect(found.passed).toBe(false)
    const { faults, facades, variants, not_in_force, ...rest } = machineMatrix(found, 'e'.repeat(64))
    expect(rest).toEqual({
      version: '1.0.0',
      adcp_version: '3.0',
      adcp_release: '3.0.6',
      edition: 'e'.repeat(64),
      digest: found.digest,
      passed: false,
      counts: {
        faults: 3,
        killed: 1,
        not_graded: 1,
        facades: 2,
        unmasked: 0,
        variants: 3,
        left_in_peace: 1,
      },
    })
    expect(machineMatrix(found, undefined)).not.toHaveProperty('edition')
  })
})
