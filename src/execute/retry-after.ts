import { readPath } from '../json/path.ts'
import type { Reply } from '../model/exchange.ts'

const places = ['adcp_error.retry_after', 'error.retry_after', 'errors[0].retry_after', 'retry_after']

/** After how many milliseconds the agent wants to be asked again; undefined when its reply does not say so in seconds above zero. */
export function retryAfterMs(reply: Reply): number | undefined {
  if (reply.kind !== 'task') return undefined
  const payloads = [reply.payload, reply.envelope]
  const seconds = payloads.flatMap((payload) => places.map((place) => readPath(payload, place)))
  const given = seconds.find((value): value is number => typeof value === 'number' && value > 0)
  return given === undefined ? undefined : given * 1000
}
