import { expect, it } from 'vitest'
import { planHashBoard } from '../plan/plan-hash-steps.ts'
import { faults } from '../reference/faults/index.ts'
import { prepare } from '../run.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, runAgainst } from './agents.ts'

const prepared = await prepare('3.0', { kind: 'storyboards', names: [planHashBoard] })
const keys = await generateGovernanceKeys('self-test')

async function outcomes(faultId?: string) {
  const fault = faults.find(({ id }) => id === faultId)
  const report = await runAgainst(agentWith(prepared, keys, fault), prepared)
  const steps = report.storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  const hashes = steps.flatMap(({ validations }) => validations.filter(({ check }) => check === 'gov_token_plan_hash'))
  const count = (status: string) => hashes.filter(({ outcome }) => outcome.status === status).length
  return {
    verdict: report.verdict.status,
    steps: steps.length,
    same: count('passed'),
    other: count('failed'),
    without: count('not_applicable'),
  }
}

it('syncs the plan of each official vector, and compares every hash that comes for one', async () => {
  const { verdict, steps, same, other, without } = await outcomes()
  expect({ verdict, steps, other, all: same + without }).toEqual({
    verdict: 'conformant',
    steps: 22,
    other: 0,
    all: 11,
  })
  // The request schema refuses two of the plans, and others wait for a human review.
  expect(same).toBeGreaterThanOrEqual(6)
})

it('catches an agent that sorts lists before it hashes them, or leaves ext out', async () => {
  const all = await Promise.all(faults.filter(({ id }) => /hash/.test(id)).map(({ id }) => outcomes(id)))
  expect(all.filter(({ other }) => other > 0).length).toBeGreaterThanOrEqual(1)
})
