import { AuthoringDefect } from '../../errors.ts'
import { readPath } from '../../json/path.ts'
import type { AdcpError, Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import { substitute } from '../../request/substitute.ts'
import type { StepSetting } from '../step-setting.ts'
import { stopReason } from '../stop-reason.ts'
import { fault, held } from './found.ts'
import { blockedBy, notApplicable, type Performed, type PseudoTask } from './pseudo-task.ts'
import { StepFields } from './step-fields.ts'

const task = 'expect_rate_limit_not_replayed'

/**
 * Calls with fresh keys until the agent limits the rate, waits as long as it says, and repeats that one call: the refusal must
 * not be its answer for good (storyboard-schema, expect_rate_limit_not_replayed; rate-limit-trip-runner).
 */
export const expectRateLimitNotReplayed: PseudoTask = {
  task,
  async perform(planned, setting) {
    const fields = new StepFields(new StepFields(planned.step).object('rate_limit_trip'))
    const target = fields.text('trip_target_task')
    if (target === undefined) throw new AuthoringDefect('rate_limit_trip.trip_target_task is missing')
    const sample = substitute(fields.object('trip_target_sample_request'), setting.state.scope())
    const [missing] = sample.unresolved
    if (missing) return blockedBy('unresolved_substitution', `${missing.token} has no value: ${missing.why}`)
    const burst = {
      target,
      sample: sample.value as JsonObject,
      most: fields.count('max_attempts', 200, { least: 50, most: 500 }),
    }
    const trip = await untilLimited(burst, setting)
    if ('kind' in trip) return trip
    return await repeated(trip, fields.count('replay_max_wait_seconds', 30, { most: 300 }), setting)
  },
}

interface Burst {
  readonly target: string
  readonly sample: JsonObject
  readonly most: number
}

async function untilLimited(
  { target, sample, most }: Burst,
  { run, lines }: StepSetting,
): Promise<Exchange | Performed> {
  const line = await lines.as({ principal: 'default' })
  for (let attempt = 0; attempt < most; attempt += 1) {
    if (run.signal.aborted) return blockedBy(...stopReason(run.signal))
    const exchange = await line.call({ task: target, arguments: { ...sample, idempotency_key: run.ids.uuid() } })
    if (exchange.reply.kind === 'unreachable')
      return blockedBy('no_reply', `call ${attempt + 1} was not answered: ${exchange.reply.message}`)
    if (errorOf(exchange)?.code === 'RATE_LIMITED') return exchange
  }
  return notApplicable('not_applicable', 'rate_limit_not_triggered')
}

async function repeated(trip: Exchange, longest: number, { run, lines }: StepSetting): Promise<Performed> {
  const seconds = retryAfter(trip)
  const told = [trip]
  if (seconds === undefined)
    return { kind: 'performed', found: [missingRetryAfter(trip)], exchange: trip, siblings: told }
  if (seconds > longest)
    return { kind: 'performed', found: [tooLong(seconds, longest)], exchange: trip, siblings: told }
  await run.wait(seconds * 1000)
  if (run.signal.aborted) return blockedBy(...stopReason(run.signal))
  const line = await lines.as({ principal: 'default' })
  const replay = await line.call({ task: trip.request.operation, arguments: trip.request.payload })
  return { kind: 'performed', found: [graded(replay)], exchange: replay, siblings: [trip, replay] }
}

function graded(replay: Exchange): ValidationResult {
  const description = 'A refusal for the rate is not kept as the answer to its key'
  const code = errorOf(replay)?.code
  if (code !== 'RATE_LIMITED') return held(task, description)
  return fault('rate_limit_response_cached_as_replay', {
    description,
    message: 'the same call, repeated after the time that the agent named, is refused for its rate again',
    expected: 'an answer that is not RATE_LIMITED',
    actual: code,
  })
}

function errorOf({ reply }: Exchange): AdcpError | undefined {
  return reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error : undefined
}

/** Seconds, beside the code or in the details of the error. */
function retryAfter(trip: Exchange): number | undefined {
  const { reply } = trip
  const payload = reply.kind === 'task' ? reply.payload : undefined
  const places = ['adcp_error', 'errors[0]', 'error'].map((path) => readPath(payload, `${path}.retry_after`))
  const inDetails = readPath(errorOf(trip)?.details, 'retry_after')
  return [...places, inDetails].find((value): value is number => typeof value === 'number' && value >= 0)
}

function missingRetryAfter(trip: Exchange): ValidationResult {
  return fault('missing_retry_after', {
    description: 'A refusal for the rate says when to try again',
    message: 'the refusal has no retry_after, so nobody knows when to try again',
    expected: 'retry_after, in seconds',
    actual: (errorOf(trip) ?? null) as Json,
  })
}

function tooLong(seconds: number, longest: number): ValidationResult {
  return fault('replay_wait_exceeded', {
    description: 'A refusal for the rate is over within reasonable time',
    message: `the agent asks for ${seconds} s, and the storyboard waits ${longest} s at most`,
    expected: longest,
    actual: seconds,
  })
}
