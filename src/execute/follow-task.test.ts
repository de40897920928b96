import { describe, expect, it } from 'vitest'
import { httpError, pending, refusal, result } from '../checks/evidence.fixture.ts'
import type { Reply, TaskReply } from '../model/exchange.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'
import { outcomes, planned, play, waitingClock } from './scripted-transport.fixture.ts'

const step: Step = {
  id: 'buy',
  task: 'get_plan_audit_logs',
  validations: [{ check: 'field_present', path: 'media_buy_id' }],
}
const submitted: TaskReply = { ...pending('submitted'), taskId: 't1' }
const done = result({ media_buy_id: 'mb' }, { envelope: { status: 'completed', task_id: 't1' } })
const run = (replies: Reply[], more: Partial<Storyboard> = { follows_tasks: true }) =>
  play(planned([[step]], more), replies, { ...waitingClock(), stepTimeoutMs: 10_000 })

describe('a storyboard that follows tasks', () => {
  it('grades what the task came to, and keeps what led there', async () => {
    const { steps, verdicts } = await run([submitted, { ...pending('working'), taskId: 't1' }, done])
    expect(verdicts).toEqual([{ status: 'passed' }])
    expect(steps[0]?.exchange?.reply).toMatchObject({ followed: true, payload: { media_buy_id: 'mb' } })
    expect(steps[0]?.alsoSent).toHaveLength(3)
  })

  it('grades the error that it ended in', async () => {
    const { steps } = await run([submitted, refusal({ code: 'GOVERNANCE_DENIED' })])
    expect(steps[0]?.exchange?.reply).toMatchObject({ followed: true, error: { code: 'GOVERNANCE_DENIED' } })
    expect(outcomes(steps[0])).toContainEqual(['field_present', 'failed'])
  })

  it.each<[string, Reply[]]>([
    ['is never done', [submitted, ...Array.from({ length: 30 }, () => submitted)]],
    ['is done, and nobody tells what came of it', [submitted, result({ task_id: 't1', status: 'completed' })]],
    ['cannot be asked for', [submitted, httpError(500)]],
  ])('is blocked by a task that %s', async (_words, replies) => {
    expect((await run(replies)).verdicts).toMatchObject([{ status: 'blocked', reason: 'task_pending' }])
  })

  it('leaves a reply alone that is final', async () => {
    const { steps } = await run([result({ media_buy_id: 'mb' })])
    expect(steps[0]?.alsoSent).toBeUndefined()
  })
})

it('any other grades the reply as it came', async () => {
  const { verdicts } = await run([submitted], {})
  expect(verdicts).toEqual([{ status: 'failed' }])
})
