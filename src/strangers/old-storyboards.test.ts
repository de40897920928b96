import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { packageRoot } from '../load/package-root.ts'
import { failuresOf, runSuite } from '../suite.fixture.ts'
import { oldShapeAgent } from './old-shape-agent.fixture.ts'

const seeds = join(packageRoot(), '../shared/seeds/storyboards-4.23.0')
const areHere = existsSync(seeds)
if (!areHere) console.info(`The old storyboards are not at ${seeds}: how they run is not tested.`)

async function runOld(...names: string[]) {
  const agent = await oldShapeAgent()
  onTestFinished(() => agent.close())
  const files = names.map((name) => join(seeds, `campaign_governance_${name}.yaml`))
  return runSuite(agent.url, { scope: { kind: 'storyboards', names: files }, dates: 'as-written' })
}

it.skipIf(!areHere)('the old governance storyboards run as written, and an agent of their time passes', async () => {
  const report = await runOld('conditions', 'delivery')
  expect(failuresOf(report)).toEqual([])
  expect(report.storyboards.map(({ id, status }) => [id, status])).toEqual([
    ['campaign_governance_conditions', 'passed'],
    ['campaign_governance_delivery', 'passed'],
  ])
  expect(report.verdict.status).toBe('conformant')
})

it.skipIf(!areHere)(
  'what no agent can satisfy is told as a defect of the storyboard, and the agent is not blamed',
  async () => {
    const report = await runOld('denied')
    expect(failuresOf(report)).toEqual([])
    const steps = report.storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
    expect(steps.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['sync_plans', { status: 'passed' }],
      [
        'check_governance_denied',
        {
          status: 'blocked',
          reason: 'authoring_defect',
          detail: expect.stringMatching(/neither "value" nor "allowed_values"/),
        },
      ],
    ])
    const validations = steps.at(-1)?.validations.map(({ check, outcome }) => [check, outcome.status])
    expect(validations).toEqual([
      ['gov_reply', 'passed'],
      ['response_schema', 'passed'],
      ['field_present', 'passed'],
      ['field_value', 'blocked'],
      ['field_present', 'passed'],
    ])
    expect(report.verdict.status).toBe('incomplete')
  },
)
