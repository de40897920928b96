import { expect, it } from 'vitest'
import { pending, refusal, result } from '../checks/evidence.fixture.ts'
import type { Reply } from '../model/exchange.ts'
import { audit, planned, play, waitingClock } from './scripted-transport.fixture.ts'

const taken = { ...pending('submitted'), taskId: 't1' }
const step = audit({ validations: [{ check: 'field_present', path: 'plans' }] })
const verdictOn = async (reply: Reply, follows_tasks: boolean) =>
  (await play(planned([[step]], { follows_tasks }), () => reply, { ...waitingClock(), stepTimeoutMs: 10_000 }))
    .verdicts[0]

it('a task without an end says nothing of the agent', async () => {
  expect(await verdictOn(taken, true)).toEqual({
    status: 'blocked',
    reason: 'task_pending',
    detail: 'the agent took the task on, and within 10 seconds nothing could be read of what it came to',
  })
})

it.each<[string, Reply, boolean, string]>([
  ['that nobody follows', taken, false, 'failed'],
  ['without an id', pending('working'), true, 'failed'],
  ['that was answered at once', result({ plans: [] }), true, 'passed'],
  ['that was refused', refusal(), true, 'failed'],
])('a task %s is graded as it came', async (_which, reply, follows, status) => {
  expect(await verdictOn(reply, follows)).toMatchObject({ status })
})
