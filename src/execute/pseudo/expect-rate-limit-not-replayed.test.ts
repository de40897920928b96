import { expect, it } from 'vitest'
import { refusal, result } from '../../checks/evidence.fixture.ts'
import type { Reply } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import type { Step } from '../../model/storyboard.ts'
import { planned, play, type ScriptedAgent } from '../scripted-transport.fixture.ts'
import { faults } from './webhook-sender.fixture.ts'

const limited = (retry_after?: Json): Reply =>
  refusal({ code: 'RATE_LIMITED' }, retry_after === undefined ? {} : { error: { retry_after } })
const trip = { trip_target_task: 'create_media_buy', max_attempts: 50, trip_target_sample_request: { brand: 'b' } }
const step = (rate_limit_trip: Record<string, Json> = {}): Step => ({
  id: 's',
  task: 'expect_rate_limit_not_replayed',
  rate_limit_trip: { ...trip, ...rate_limit_trip },
  validations: [{ check: 'replay_not_cached_rate_limit' }],
})

async function graded(script: ScriptedAgent['script'], more: Record<string, Json> = {}) {
  const waited: number[] = []
  const wait = async (milliseconds: number) => void waited.push(milliseconds)
  const { steps, agent } = await play(planned([[step(more)]]), script, { wait })
  return { step: steps[0], heard: agent.heard, waited }
}

it('passes an agent that carries the call out when the limit has passed', async () => {
  const { step, heard, waited } = await graded((_call, at) => (at === 3 ? limited(2) : result({ media_buy_id: 'm' })))
  expect([step?.verdict, waited]).toEqual([{ status: 'passed' }, [2_000]])
  const keys = heard.map((call) => call.arguments.idempotency_key)
  expect([keys.length, new Set(keys).size, keys[4] === keys[3]]).toEqual([5, 4, true])
})

it('catches an agent that keeps the refusal as its answer', async () => {
  const { step } = await graded((_call, at) => (at >= 3 ? limited(2) : result({})))
  expect(step?.verdict).toEqual({ status: 'failed' })
  expect(faults(step)?.map(({ check }) => check)).toEqual([
    'rate_limit_response_cached_as_replay',
    'replay_not_cached_rate_limit',
  ])
})

it.each<[string, Json | undefined, string]>([
  ['does not say when to try again', undefined, 'missing_retry_after'],
  ['says it in words', 'soon', 'missing_retry_after'],
  ['wants a long time', 31, 'replay_wait_exceeded'],
])('catches an agent that %s', async (_name, retryAfter, check) => {
  const { step } = await graded(() => limited(retryAfter))
  expect(faults(step)?.map((fault) => fault.check)).toContain(check)
})

it('does not apply where nothing is limited', async () => {
  const { step, heard } = await graded(() => result({}))
  expect([step?.verdict, heard.length]).toEqual([
    { status: 'not_applicable', reason: 'not_applicable', detail: 'rate_limit_not_triggered' },
    50,
  ])
})

it.each([{ max_attempts: 10 }, { max_attempts: 501 }, { trip_target_task: 7 }])('is not run as %j', async (more) => {
  const { step, heard } = await graded(() => result({}), more)
  expect([step?.verdict, heard.length]).toMatchObject([{ status: 'blocked', reason: 'authoring_defect' }, 0])
})
