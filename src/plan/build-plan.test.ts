import { describe, expect, it } from 'vitest'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Located } from '../model/located.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'
import { planBoard } from './build-plan.ts'

const agent: AgentProfile = {
  url: 'http://agent.test',
  protocol: 'mcp',
  tools: ['sync_plans', 'check_governance'],
  capabilities: {},
  supportedProtocols: ['governance'],
  specialisms: [],
  experimentalFeatures: [],
}

const schemas: SchemaSet = {
  release: '3.0.6',
  task: (name) => ({ mutating: name === 'sync_plans', requiresIdempotencyKey: false }),
  load: async () => undefined,
}

/** As if step n of phase m stood on line 10m + n. */
function located<T>(value: T): Located<T> {
  return {
    value,
    file: 'f.yaml',
    locate: (path) => ({ line: Number(path[1]) * 10 + Number(path[3]), column: 1 }),
  }
}

function plan(storyboard: Omit<Storyboard, 'id'>, who = agent, kit?: TestKit) {
  return planBoard({ source: located({ id: 'b', ...storyboard }), kit: kit && located(kit) }, who, schemas)
}

const only = (step: Partial<Step>, who?: AgentProfile, kit?: TestKit) =>
  plan({ phases: [{ id: 'p', steps: [{ id: 's', task: 'sync_plans', ...step }] }] }, who, kit).steps[0]

it('lays the steps out in order, with address, line and what each stands on', () => {
  const { steps } = plan({
    phases: [
      { id: 'p1', steps: [{ id: 'sync', task: 'sync_plans', stateful: true }] },
      {
        id: 'p2',
        steps: [
          { id: 'look', task: 'check_governance' },
          { id: 'check', task: 'check_governance', stateful: true },
        ],
      },
    ],
  })
  expect(
    steps.map(({ address, line, task, standsOn, decided }) => ({ address, line, task, standsOn, decided })),
  ).toEqual([
    { address: 'b/p1/sync', line: 0, task: 'sync_plans', standsOn: [] },
    { address: 'b/p2/look', line: 10, task: 'check_governance', standsOn: [] },
    { address: 'b/p2/check', line: 11, task: 'check_governance', standsOn: ['b/p1/sync'] },
  ])
})

it('blocks a storyboard or a phase whose gate asks for nothing', () => {
  const requires_capability = { path: 'adcp.idempotency.supported' }
  const steps = [{ id: 's', task: 'sync_plans' }]
  const defect = { status: 'blocked', reason: 'authoring_defect' }
  expect(plan({ requires_capability, phases: [{ id: 'p', steps }] }).steps[0]?.decided?.verdict).toMatchObject(defect)
  expect(plan({ phases: [{ id: 'p', requires_capability, steps }] }).steps[0]?.decided?.verdict).toMatchObject(defect)
})

it('leaves a phase out by its own gate, and no other', () => {
  const { steps } = plan({
    phases: [
      { id: 'p', requires_capability: { path: 'a', present: true }, steps: [{ id: 's', task: 'sync_plans' }] },
      { id: 'q', steps: [{ id: 't', task: 'sync_plans' }] },
    ],
  })
  expect(steps.map(({ decided }) => decided?.verdict.status)).toEqual(['not_applicable', undefined])
})

it('wants the tool that a phase needs for each of its steps', () => {
  const steps = [{ id: 's', task: 'sync_plans' }]
  expect(
    plan({ phases: [{ id: 'p', requires_tool: 'no_such_tool', steps }] }).steps[0]?.decided?.verdict,
  ).toMatchObject({
    reason: 'missing_tool',
  })
})

it('takes a step out of scope whose runner contract is not fulfilled', () => {
  expect(only({ requires_contract: 'no_such_contract' })?.decided?.verdict).toMatchObject({
    status: 'not_applicable',
    reason: 'unsatisfied_contract',
  })
})

describe('what is decided without sending anything', () => {
  it('is nothing when the agent offers the tool', () => {
    expect(only({})).not.toHaveProperty('decided')
  })

  it('is every step of a storyboard that does not apply, missing tools or not', () => {
    const { steps } = plan(
      {
        agent: { interaction_model: 'governance_agent' },
        phases: [{ id: 'p', steps: [{ id: 's', task: 'no_such_task' }] }],
      },
      { ...agent, supportedProtocols: [] },
    )
    expect(steps[0]?.decided).toMatchObject({ verdict: { status: 'not_applicable' }, validations: [] })
  })

  it('is a step of a claimed protocol whose tool is missing', () => {
    expect(only({ task: 'report_plan_outcome' })?.decided?.verdict).toEqual({ status: 'failed' })
  })

  it('is a step that needs another tool', () => {
    expect(only({ requires_tool: 'comply_test_controller' })?.decided?.verdict).toMatchObject({
      status: 'blocked',
      reason: 'missing_test_controller',
    })
  })

  it('is a step that this release cannot run, before its tool is looked for', () => {
    expect(only({ task: 'expect_no_webhook' })?.decided?.verdict).toMatchObject({ reason: 'unsupported' })
  })
})

describe('a task named by the test kit', () => {
  const kit: TestKit = { id: 'k', auth: { probe_task: 'check_governance', wrong: 7 } }

  it.each<[string, string | undefined, TestKit | undefined, string]>([
    ['$test_kit.auth.probe_task', 'sync_plans', kit, 'check_governance'],
    ['$test_kit.auth.none', 'sync_plans', kit, 'sync_plans'],
    ['$test_kit.auth.wrong', 'sync_plans', kit, 'sync_plans'],
    ['$test_kit.constructor.name', 'sync_plans', kit, 'sync_plans'],
    ['$test_kit.auth.probe_task', 'sync_plans', undefined, 'sync_plans'],
    ['sync_plans', 'other', kit, 'sync_plans'],
  ])('%s with the default %s', (task, task_default, given, named) => {
    const step = task_default === undefined ? { task } : { task, task_default }
    expect(only(step, agent, given)?.task).toBe(named)
  })

  it('is a defect when it is no path', () => {
    expect(only({ task: '$test_kit.auth.[' }, agent, kit)?.decided?.verdict).toMatchObject({
      status: 'blocked',
      reason: 'authoring_defect',
    })
  })

  it('is blocked when neither the kit nor the author names one', () => {
    expect(only({ task: '$test_kit.auth.none' }, agent, kit)?.decided?.verdict).toMatchObject({
      status: 'blocked',
      reason: 'missing_tool',
    })
  })
})
