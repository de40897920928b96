import { describe, expect, it } from 'vitest'
import { httpError, refusal, result, silence } from '../../checks/evidence.fixture.ts'
import type { AgentProfile } from '../../model/agent-profile.ts'
import type { Reply } from '../../model/exchange.ts'
import { audit, plannedPhases, play } from '../scripted-transport.fixture.ts'

const more = {
  prerequisites: { controller_seeding: true },
  fixtures: { plans: [{ plan_id: 'pl', budget: 5 }], products: [{ product_id: 'p' }] },
}
const steps = [audit({ validations: [{ check: 'field_present', path: 'x' }] }), audit({ id: 'next' })]
const board = plannedPhases([{ id: 'p1', steps }], { more })
const answer = (seed: Reply) => (call: { task: string }) =>
  call.task === 'comply_test_controller' ? seed : result({ x: 1 })

it('makes what the storyboard counts on before its first phase, and shows it', async () => {
  const { agent, run, report, verdicts } = await play(board, answer(result({ success: true })))
  expect(agent.heard.map(({ task, arguments: args }) => [task, args])).toEqual([
    ['comply_test_controller', { scenario: 'seed_product', params: { product_id: 'p', fixture: {} } }],
    ['comply_test_controller', { scenario: 'seed_plan', params: { plan_id: 'pl', fixture: { budget: 5 } } }],
    ['get_plan_audit_logs', {}],
    ['get_plan_audit_logs', {}],
  ])
  expect(verdicts).toEqual(Array(4).fill({ status: 'passed' }))
  expect(report.phases.map(({ id, status, steps: own }) => [id, status, own.map((step) => step.address)])).toEqual([
    ['controller_seeding', 'passed', ['b/controller_seeding/seed_product.p', 'b/controller_seeding/seed_plan.pl']],
    ['p1', 'passed', ['b/p1/audit', 'b/p1/next']],
  ])
  expect(run.events.filter(({ kind }) => kind === 'step_finished')).toHaveLength(4)
  expect(report.phases[0]?.steps[0]?.exchange?.request.payload).toMatchObject({ scenario: 'seed_product' })
})

describe('what cannot be seeded keeps the storyboard from being sent', () => {
  it.each<[string, Reply, object]>([
    [
      'an unknown scenario: it does not apply',
      result({ success: false, error: 'UNKNOWN_SCENARIO', error_detail: 'no such' }),
      {
        status: 'not_applicable',
        reason: 'not_applicable',
        detail: 'fixture_seed_unsupported: the test controller does not know the scenario of seed_product.p',
      },
    ],
    [
      'an unknown scenario, told as an error',
      refusal({ code: 'UNKNOWN_SCENARIO' }),
      { status: 'not_applicable', reason: 'not_applicable' },
    ],
    [
      'another failure',
      result({ success: false, error: 'INVALID_PARAMS', error_detail: 'no delivery_type' }),
      {
        status: 'blocked',
        reason: 'controller_seeding_failed',
        detail: 'seed_product.p was not seeded: INVALID_PARAMS: no delivery_type',
      },
    ],
    ['an answer without success', result({}), { status: 'blocked', reason: 'controller_seeding_failed' }],
    ['an HTTP error', httpError(500), { status: 'blocked', reason: 'controller_seeding_failed' }],
    ['silence', silence(), { status: 'blocked', reason: 'controller_seeding_failed' }],
  ])('%s', async (_words, seed, verdict) => {
    const { agent, steps: reports, verdicts } = await play(board, answer(seed))
    expect(agent.heard).toHaveLength(1)
    expect(verdicts).toHaveLength(3)
    for (const one of verdicts) expect(one).toMatchObject(verdict)
    expect(reports.flatMap(({ validations }) => validations.map(({ outcome }) => outcome.status))).not.toContain(
      'failed',
    )
  })

  const agentWith = (...tools: string[]) => ({ tools }) as unknown as AgentProfile

  it('an agent without a test controller', async () => {
    const { agent, verdicts, report } = await play(board, [], { agent: agentWith('get_plan_audit_logs') })
    const blocked = {
      status: 'blocked',
      reason: 'missing_test_controller',
      detail: 'the agent does not offer comply_test_controller, which makes what the storyboard counts on',
    }
    expect(verdicts).toEqual([blocked, blocked])
    expect([agent.heard.length, report.status]).toEqual([0, 'blocked'])
  })

  it('fixtures that are written wrongly', async () => {
    const faulty = plannedPhases([{ id: 'p1', steps }], { more: { ...more, fixtures: { products: [{}] } } })
    const { agent, verdicts } = await play(faulty, [])
    expect(verdicts).toMatchObject([{ reason: 'authoring_defect' }, { reason: 'authoring_defect' }])
    expect(agent.heard).toEqual([])
  })
})

it.each([
  ['is not asked for', { fixtures: more.fixtures }],
  ['has no fixtures', { prerequisites: more.prerequisites }],
])('does nothing when it %s', async (_words, written) => {
  const { agent, report } = await play(plannedPhases([{ id: 'p1', steps: [audit()] }], { more: written }), [])
  expect(agent.heard.map(({ task }) => task)).toEqual(['get_plan_audit_logs'])
  expect(report.phases.map(({ id }) => id)).toEqual(['p1'])
})

it('does nothing when no step will be sent', async () => {
  const undone = plannedPhases([{ id: 'p1', steps: [audit({ requires_tool: 'nothing_like_it' })] }], { more })
  expect((await play(undone, [])).agent.heard).toEqual([])
})
