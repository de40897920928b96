import type { Check } from '../model/check.ts'
import type { Exchange } from '../model/exchange.ts'
import { replyInWords } from './reply-words.ts'

/** The first exchange of the step is the call that tripped the limiter, the last one the same call again when the limit had passed. */
export const replayNotCachedRateLimit: Check<'replay_not_cached_rate_limit', object> = {
  kind: 'replay_not_cached_rate_limit',
  summary: 'A call that was refused for its rate is not refused again from a cache when it is repeated in time.',
  params: { type: 'object', properties: {} },
  evaluate(_params, { siblings }) {
    const [trip] = siblings
    const replay = siblings.at(-1)
    if (!trip || !replay || trip === replay || codeOf(trip) !== 'RATE_LIMITED')
      return { status: 'not_applicable', note: 'rate_limit_not_triggered: no call was refused for its rate' }
    if (answered(replay) && codeOf(replay) !== 'RATE_LIMITED') return { status: 'passed' }
    return {
      status: 'failed',
      message: `the repeated call was answered with ${replyInWords(replay.reply)}`,
      pointer: null,
      expected: 'an answer that is not RATE_LIMITED',
      actual: codeOf(replay) ?? null,
    }
  },
}

function codeOf({ reply }: Exchange): string | undefined {
  return reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error?.code : undefined
}

function answered({ reply }: Exchange): boolean {
  return reply.kind === 'task' || reply.kind === 'rpc_error'
}
