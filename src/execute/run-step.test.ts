import { describe, expect, it } from 'vitest'
import { httpError, pending, refusal, result, silence } from '../checks/evidence.fixture.ts'
import type { Reply } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import type { Step } from '../model/storyboard.ts'
import { audit, check, outcomes, planned, play, sync } from './scripted-transport.fixture.ts'

const approved = result({ status: 'approved', check_id: 'c1' })

describe('captures', () => {
  const capturing = (more: Partial<Step> = {}) =>
    check({
      context_outputs: [
        { name: 'other', path: 'status' },
        { name: 'check_id', path: 'check_id' },
      ],
      ...more,
    })
  const using = audit({ sample_request: { ids: ['$context.check_id'], note: 'is $context.check_id' } })
  const board = planned([[capturing(), using]])

  it.each<Json>(['c1', 7, { deep: [1] }, '$test_kit.secret {{runner.agent_url}}'])(
    'carry %j as it came',
    async (check_id) => {
      const { agent, steps } = await play(board, [result({ status: 'approved', check_id })])
      const text = typeof check_id === 'string' ? check_id : JSON.stringify(check_id)
      expect(agent.heard[1]?.arguments).toEqual({ ids: [check_id], note: `is ${text}` })
      expect(steps.map(({ captured }) => captured)).toEqual([['other', 'check_id'], []])
    },
  )

  it.each<Reply>([
    result({ status: 'approved' }),
    result({ status: 'approved', check_id: null }),
    result({ status: 'approved', check_id: '' }),
  ])('that do not resolve fail their step and leave nothing: %j', async (reply) => {
    const needsOther = audit({ id: 'audit2', sample_request: { a: '$context.other' } })
    const { agent, steps, verdicts } = await play(planned([[capturing(), using, needsOther]]), [reply])
    expect(verdicts).toEqual([
      { status: 'failed' },
      {
        status: 'blocked',
        reason: 'unresolved_substitution',
        detail:
          '$context.check_id has no value: b/p1/check should have captured it; $context.check_id has no value: b/p1/check should have captured it',
      },
      {
        status: 'blocked',
        reason: 'unresolved_substitution',
        detail: '$context.other has no value: b/p1/check should have captured it',
      },
    ])
    expect(outcomes(steps[0])).toEqual([
      ['gov_reply', 'passed'],
      ['capture_path_not_resolvable', 'failed'],
    ])
    expect(steps[0]?.captured).toEqual([])
    expect(agent.heard).toHaveLength(1)
  })

  it('are not taken from a step that failed', async () => {
    const failing = capturing({ validations: [{ check: 'field_present', path: 'none' }] })
    const { steps, verdicts } = await play(planned([[failing, using]]), [approved])
    expect(verdicts).toMatchObject([{ status: 'failed' }, { status: 'blocked', reason: 'unresolved_substitution' }])
    expect(steps[0]?.captured).toEqual([])
  })

  it('resolve in validations as well, or block the step', async () => {
    const compare = (id: string, value: string) =>
      audit({ id, validations: [{ check: 'field_value', path: 'id', value }] })
    const steps = [capturing(), compare('a', '$context.check_id'), compare('b', '$context.lost')]
    const { verdicts } = await play(planned([steps]), [approved, result({ id: 'c1' }), result({ id: 'c1' })])
    expect(verdicts).toMatchObject([
      { status: 'passed' },
      { status: 'passed' },
      {
        status: 'blocked',
        detail: '$context.lost has no value: no step captures it: give it with --context lost=VALUE',
      },
    ])
  })
})

describe('what stands on a step that left no state', () => {
  const board = planned([
    [sync()],
    [check(), audit({ stateful: false }), sync({ id: 'sync2' })],
    [check({ id: 'check2' })],
  ])
  const blocked = {
    status: 'blocked',
    reason: 'prerequisite_failed',
    detail: 'it stands on b/p1/sync, which did not leave its state',
  }

  it.each<Reply>([refusal(), httpError(500), silence(), pending('submitted')])(
    'is blocked, and the rest runs: %j',
    async (reply) => {
      const { agent, verdicts } = await play(board, ({ task }) => (task === 'sync_plans' ? reply : result({})))
      expect(verdicts.slice(1)).toEqual([blocked, { status: 'passed' }, blocked, blocked])
      expect(agent.heard.map(({ task }) => task)).toEqual(['sync_plans', 'get_plan_audit_logs'])
    },
  )

  it('names the first step that it stands on', async () => {
    const { verdicts } = await play(board, ({ task }, at) => (task === 'sync_plans' && at > 0 ? refusal() : result({})))
    expect(verdicts[4]).toMatchObject({ detail: 'it stands on b/p2/sync2, which did not leave its state' })
  })

  it('runs when only a detail of the answer was wrong', async () => {
    const flawed = planned([[sync({ validations: [{ check: 'field_present', path: 'none' }] }), check()]])
    const { verdicts } = await play(flawed, [result({}), approved])
    expect(verdicts).toEqual([{ status: 'failed' }, { status: 'passed' }])
  })

  it('does not stand on a step that was to be refused', async () => {
    const probe = sync({ id: 'probe', expect_error: true, validations: [{ check: 'error_code', value: 'CONFLICT' }] })
    const { verdicts } = await play(planned([[probe, check()]]), [refusal({ code: 'OTHER' }), approved])
    expect(verdicts).toEqual([{ status: 'failed' }, { status: 'passed' }])
  })
})

describe('dates', () => {
  const flight = { start: '2027-05-03', end: '2027-05-10' }
  const board = planned([
    [
      sync({
        sample_request: { flight, old: '2020-01-01', context: { at: '2027-05-03' } },
        validations: [{ check: 'field_value', path: 'flight.start', value: '2027-05-03' }],
        context_outputs: [{ name: 'start', path: 'flight.start' }],
      }),
      check({ sample_request: { at: '2027-05-04T00:00:00Z', same: '$context.start' } }),
    ],
  ])

  it('all move by one span, in requests and in what is expected of the reply; what the agent said stays', async () => {
    const script = ({ arguments: args }: { arguments: { flight?: Json } }) => result({ flight: args.flight ?? null })
    const { agent, steps, verdicts } = await play(board, script, { dates: 'shift' })
    expect(agent.heard.map((call) => call.arguments)).toEqual([
      { flight: { start: '2027-06-21', end: '2027-06-28' }, old: '2020-01-01', context: { at: '2027-05-03' } },
      { at: '2027-06-22T00:00:00Z', same: '2027-06-21' },
    ])
    expect(verdicts).toEqual([{ status: 'passed' }, { status: 'passed' }])
    expect(steps[0]?.changes.map(({ pointer, kind }) => [pointer, kind])).toEqual([
      ['/flight/start', 'shifted'],
      ['/flight/end', 'shifted'],
    ])
  })

  it('stay as written when told so', async () => {
    const { agent, steps } = await play(board, () => result({ flight }))
    expect(agent.heard[0]?.arguments).toEqual({ flight, old: '2020-01-01', context: { at: '2027-05-03' } })
    expect(steps[0]?.changes).toEqual([])
  })
})

describe('a conditional approval', () => {
  const board = planned([
    [
      check({ id: 'first', sample_request: { payload: { budget: 9 } } }),
      check({ id: 'again', gov_adjust_from: 'first', sample_request: { payload: { budget: 9 } } }),
    ],
  ])

  it('is checked again with what it requires', async () => {
    const conditions = [{ field: 'payload.budget', required_value: 5, reason: 'r' }]
    const { agent } = await play(board, [result({ status: 'conditions', conditions }), approved])
    expect(agent.heard.map((call) => call.arguments)).toEqual([{ payload: { budget: 9 } }, { payload: { budget: 5 } }])
  })

  it('is not checked again when it did not come', async () => {
    const { agent, verdicts } = await play(board, [httpError(500), approved])
    expect(verdicts[1]).toMatchObject({ status: 'blocked', reason: 'unresolved_substitution' })
    expect(agent.heard).toHaveLength(1)
  })
})

describe('a defect of the storyboard blocks the step and blames nobody', () => {
  it('before it is sent', async () => {
    const board = planned([[audit({ context_inputs: [{ key: 'x', inject_at: 'a[*]' }] })]], { context: { x: 1 } })
    const { agent, verdicts } = await play(board, [])
    expect(verdicts).toEqual([
      {
        status: 'blocked',
        reason: 'authoring_defect',
        detail: '"a[*]" is not a path: write it like plans[0].plan_id',
      },
    ])
    expect(agent.heard).toEqual([])
  })

  it('after it was answered, and the exchange is kept', async () => {
    const board = planned([[audit({ context_outputs: [{ name: 'x', path: 'plans[*].id' }] })]])
    const { steps } = await play(board, [result({ plans: [] })])
    expect(steps[0]).toMatchObject({
      verdict: {
        status: 'blocked',
        reason: 'authoring_defect',
        detail: '"plans[*].id" is not a path: write it like plans[0].plan_id',
      },
      captured: [],
      exchange: { reply: { kind: 'task' } },
    })
  })
})
