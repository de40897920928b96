import { beforeAll, describe, expect, it } from 'vitest'
import { tokenFaults } from '../reference/faults/token/index.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { prepare } from '../run.ts'
import { failuresOf } from '../suite.fixture.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, type Kill, killMatrix, runAgainst } from './kill-matrix.ts'

const names = ['tokens', 'plan-hash-revisions', 'plan-hash-forms', 'modifications'].map(
  (name) => `governance_agent/${name}`,
)

let prepared: Prepared
let kills: readonly Kill[]
beforeAll(async () => {
  prepared = await prepare('3.0', { kind: 'storyboards', names })
  kills = await killMatrix(tokenFaults, prepared)
}, 60_000)

it('take no point from the reference agent', async () => {
  const report = await runAgainst(agentWith(prepared, await generateGovernanceKeys('k')), prepared)
  expect(failuresOf(report)).toEqual([])
  expect(report.counts.validations).toMatchObject({ failed: 0, warnings: 0 })
  expect(report.verdict.status).toBe('conformant')
})

describe('every fault in a token is caught by a validation that names its requirement', () => {
  it.each(tokenFaults.map(({ id }) => id))('%s', (id) => {
    expect(kills.find(({ fault }) => fault === id)?.status).toBe('killed')
  })
})

it('warns of what may be meant otherwise, and fails the rest', () => {
  expect(kills.filter(({ advisory }) => advisory).map(({ fault }) => fault)).toEqual([
    'lets-intents-live-for-an-hour',
    'names-no-purchase-in-executions',
    'forgets-revoked-keys',
  ])
})

describe('the report', () => {
  it('shows the claim that is wrong, and no token', async () => {
    const fault = tokenFaults.find(({ id }) => id === 'puts-the-check-into-sub')
    const report = await runAgainst(agentWith(prepared, await generateGovernanceKeys('k'), fault), prepared)
    const steps = report.storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
    const failed = steps.flatMap(({ validations }) => validations.filter(({ outcome }) => outcome.status === 'failed'))
    expect(failed.map(({ outcome }) => outcome)).toMatchObject([
      { expected: expect.stringMatching(/^own_/), actual: expect.stringMatching(/^chk_/) },
      { expected: expect.stringMatching(/^own_/), actual: expect.stringMatching(/^chk_/) },
    ])
    expect(JSON.stringify(report)).not.toMatch(/eyJ[\w-]+\.eyJ/)
  })
})
