import type { Exchange } from '../model/exchange.ts'
import { bad, type Finding, ok, warn } from './finding.ts'
import type { Thrice } from './interview.ts'

/** Milliseconds; people who wait for a buy notice what takes longer. */
const slow = 2_000

/** Whether sessions last and stand side by side, and how long answers take. Pure. */
export function examineSessions({ first, again, elsewhere }: Thrice): readonly Finding[] {
  if (!isAnswered(first)) return []
  if (!isAnswered(again))
    return [bad('sessions', 'a second call in the same session got no result', 'A session must last for a whole run.')]
  if (!isAnswered(elsewhere))
    return [bad('sessions', 'a second session got no result', 'A run opens one session for each principal.')]
  return [
    ok('sessions', 'one session takes several calls, and a second one stands beside it'),
    times([first, again, elsewhere]),
  ]
}

function isAnswered({ reply }: Exchange): boolean {
  return reply.kind === 'task' && !reply.error
}

function times(exchanges: readonly Exchange[]): Finding {
  const took = exchanges.map(({ durationMs }) => durationMs)
  const [least, most] = [Math.min(...took), Math.max(...took)]
  const what = `${took.length} answers took ${Math.round(least)} to ${Math.round(most)} ms`
  if (most <= slow) return ok('time', what)
  return warn('time', what, 'A run makes hundreds of calls: allow for it with --run-timeout, and look at what is slow.')
}
