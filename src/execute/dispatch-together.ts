import { AuthoringDefect } from '../errors.ts'
import type { Call, Exchange, Transport } from '../model/exchange.ts'
import type { Speaker } from '../model/speaker.ts'
import type { Step } from '../model/storyboard.ts'
import type { Sent } from './grade-step.ts'
import { retryAfterMs } from './retry-after.ts'
import type { StepSetting } from './step-setting.ts'

/** How many times a request may go out at once (parallel-dispatch-runner: 2 to 10). */
const [fewest, most] = [2, 10]

/**
 * The same request several times at once, each over a session of its own that is open before the first is sent. A reply that the
 * first one is still being worked on is settled by asking again after the time that the agent names, within the time of a step.
 * @throws AuthoringDefect when the author asks for less than two or more than ten.
 */
export async function dispatchTogether(
  call: Call,
  { count, same_idempotency_key: sameKey = true }: NonNullable<Step['parallel_dispatch']>,
  speaker: Speaker,
  setting: StepSetting,
): Promise<Omit<Sent, 'changes'>> {
  if (!Number.isInteger(count) || count < fewest || count > most)
    throw new AuthoringDefect(`parallel_dispatch.count is a number from ${fewest} to ${most}`)
  const { run, lines } = setting
  const ends = run.clock.now() + run.stepTimeoutMs
  const opened = await Promise.all(Array.from({ length: count }, () => lines.another(speaker)))
  const calls = opened.map((_, at) => (at === 0 || sameKey ? call : withFreshKey(call, run.ids)))
  await run.pause()
  const answers = await Promise.all(opened.map((line, at) => settled(line, calls[at] ?? call, ends, setting)))
  const [first, ...others] = answers.map(({ last }) => last)
  if (!first) throw new Error('nothing was dispatched')
  return {
    replies: [first, ...others],
    alsoSent: answers.flatMap(({ before }) => before),
    ...(opened[0] ? { line: opened[0] } : {}),
  }
}

function withFreshKey(call: Call, ids: { uuid(): string }): Call {
  if (!Object.hasOwn(call.arguments, 'idempotency_key')) return call
  return { ...call, arguments: { ...call.arguments, idempotency_key: ids.uuid() } }
}

interface Settled {
  readonly last: Exchange
  /** Replies that the request was still in flight. */
  readonly before: readonly Exchange[]
}

async function settled(line: Transport, call: Call, ends: number, { run }: StepSetting): Promise<Settled> {
  const before: Exchange[] = []
  let last = await line.call(call)
  while (isInFlight(last) && !run.signal.aborted) {
    const pause = retryAfterMs(last.reply) ?? 1000
    if (run.clock.now() + pause >= ends || before.length >= mostRepeats) break
    before.push(last)
    await run.wait(pause)
    last = await line.call(call)
  }
  return { last, before }
}

const mostRepeats = 30

function isInFlight({ reply }: Exchange): boolean {
  return (reply.kind === 'task' || reply.kind === 'rpc_error') && reply.error?.code === 'IDEMPOTENCY_IN_FLIGHT'
}
