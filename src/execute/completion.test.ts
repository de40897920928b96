import { describe, expect, it } from 'vitest'
import { httpError, pending, refusal, result } from '../checks/evidence.fixture.ts'
import type { Reply, TaskReply } from '../model/exchange.ts'
import type { RunContext } from './run-context.ts'
import { audit, outcomes, planned, play, ScriptedAgent, waitingClock } from './scripted-transport.fixture.ts'

const submitted: TaskReply = { ...pending('submitted'), taskId: 't1' }
const capturing = audit({
  id: 'create',
  validations: [{ check: 'field_present', path: 'task_id' }],
  context_outputs: [
    { name: 'task', path: 'task_id' },
    { name: 'buy', path: 'task_completion.media_buy_id' },
  ],
})
const using = audit({ id: 'use', sample_request: { id: '$context.buy', task: '$context.task' } })
const board = planned([[capturing, using]])
const done = (more = {}) => result({ task_id: 't1', status: 'completed', result: { media_buy_id: 'mb', ...more } })

const run = (...replies: Reply[]) => play(board, replies, waitingClock())

describe('a value that comes with the end of a task', () => {
  it('is asked for until the task is done', async () => {
    const clock = waitingClock()
    const { agent, steps } = await play(board, [submitted, pending('working'), submitted, done()], clock)
    expect(agent.heard.map(({ task, arguments: args }) => [task, args])).toEqual([
      ['get_plan_audit_logs', {}],
      ['tasks/get', { task_id: 't1' }],
      ['tasks/get', { task_id: 't1' }],
      ['tasks/get', { task_id: 't1' }],
      ['get_plan_audit_logs', { id: 'mb', task: 't1' }],
    ])
    expect(steps[0]).toMatchObject({ verdict: { status: 'passed' }, captured: ['task', 'buy'] })
    expect(steps[0]?.alsoSent).toHaveLength(3)
    expect(clock.waits).toEqual([100, 200, 400])
  })

  it('stands in the reply itself when that is final', async () => {
    const { agent } = await run(result({ task_id: 't1', media_buy_id: 'mb' }))
    expect(agent.heard[1]?.arguments).toEqual({ id: 'mb', task: 't1' })
  })

  it('is found in the result of a task, whatever status that has', async () => {
    const rejected = { status: 'rejected', media_buy_id: 'mb' }
    const { agent } = await run(submitted, result(rejected, { envelope: { status: 'completed', result: rejected } }))
    expect(agent.heard[2]?.arguments).toMatchObject({ id: 'mb' })
  })

  it('is found in a payload that is the result', async () => {
    const { agent } = await run(submitted, result({ status: 'active', media_buy_id: 'mb' }))
    expect(agent.heard[2]?.arguments).toMatchObject({ id: 'mb' })
  })
})

describe('a task that gives no such value fails its step by name', () => {
  it.each<[string, Reply[], string]>([
    ['it failed', [submitted, result({ task_id: 't1', status: 'failed' })], 'the task ended as "failed"'],
    ['it was canceled', [submitted, result({ status: 'canceled' })], 'the task ended as "canceled"'],
    ['it wants input', [submitted, pending('input-required')], 'the task ended as "input-required"'],
    [
      'it ended in an error',
      [submitted, refusal({ code: 'BUDGET_TOO_LOW' })],
      'the task ended in the error BUDGET_TOO_LOW',
    ],
    ['nobody says how it is', [submitted, httpError(500)], 'the agent did not answer how the task is doing'],
    ['it has no name', [pending('submitted')], 'the reply is "submitted" and names no task_id'],
  ])('%s', async (_words, replies, message) => {
    const { steps, verdicts } = await run(...replies)
    expect(verdicts).toMatchObject([{ status: 'failed' }, { status: 'blocked', reason: 'unresolved_substitution' }])
    expect(outcomes(steps[0])?.at(-1)).toEqual(['capture_task_failed', 'failed'])
    expect(steps[0]?.validations.at(-1)?.outcome).toMatchObject({ message, pointer: null, expected: 'completed' })
    expect(steps[0]?.captured).toEqual([])
  })

  it('it is never done', async () => {
    const clock = waitingClock()
    const { agent, steps } = await play(board, () => submitted, { ...clock, stepTimeoutMs: 10_000 })
    expect(outcomes(steps[0])?.at(-1)).toEqual(['capture_poll_timeout', 'failed'])
    expect(clock.waits.reduce((sum, one) => sum + one, 0)).toBeLessThan(10_000)
    expect(agent.heard.length).toBeLessThan(12)
  })

  it('it ends without the value', async () => {
    const { steps } = await run(submitted, result({ status: 'completed', result: {} }))
    expect(outcomes(steps[0])?.at(-1)).toEqual(['capture_path_not_resolvable', 'failed'])
    expect(steps[0]?.validations.at(-1)?.outcome).toMatchObject({ pointer: '/task_completion/media_buy_id' })
  })

  it('the transport cannot ask', async () => {
    const agent = new ScriptedAgent([submitted])
    const connect: RunContext['connect'] = async (speaker) => {
      const { poll: _, ...line } = await agent.connect(speaker)
      return line
    }
    const { steps } = await play(board, [], { ...waitingClock(), connect })
    expect(steps[0]?.validations.at(-1)?.outcome).toMatchObject({
      message: 'this transport cannot ask how a task is doing',
    })
  })
})

it('is not asked for when the step failed, or was answered with an error', async () => {
  const failing = planned([[audit({ ...capturing, validations: [{ check: 'field_present', path: 'none' }] })]])
  expect((await play(failing, [submitted], waitingClock())).agent.heard).toHaveLength(1)
  const refused = planned([[audit({ ...capturing, validations: [], gov_reply: 'any' })]])
  const { agent, verdicts } = await play(refused, [refusal()], waitingClock())
  expect([agent.heard.length, verdicts]).toEqual([1, [{ status: 'passed' }]])
})

it('stops asking when the run is ended', async () => {
  const controller = new AbortController()
  const script = (_call: unknown, at: number) => {
    if (at === 2) controller.abort('deadline')
    return submitted
  }
  const { agent } = await play(board, script, { ...waitingClock(), signal: controller.signal })
  expect(agent.heard).toHaveLength(3)
})
