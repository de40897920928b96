import { safeSend } from '../keys/safe-send.ts'
import { bad, type Finding, ok, warn } from './finding.ts'

const limits = { bytes: 64 * 1024, timeoutMs: 10_000 }
/** Seconds; a Date header is up to one second old, and caches add to it. */
const negligible = 10
/** Seconds; how far apart clocks may be where signed tokens are checked (Campaign Governance, token verification). */
const tolerated = 60

const remedy = 'Let the agent set its clock by NTP, and look at that of this machine.'

/**
 * Compares the agent's clock with ours, by the Date header of a document that anybody may ask for. Undefined when nothing answers.
 * Never rejects.
 */
export async function examineClock(
  url: URL,
  clock: { now(): number },
  signal: AbortSignal,
): Promise<Finding | undefined> {
  const asked = clock.now()
  const address = new URL('/.well-known/agent-card.json', url.origin).href
  const reply = await safeSend({ url: address, trusted: true, limits }, url.href, signal)
  const now = (asked + clock.now()) / 2
  if (!('status' in reply)) return undefined
  const told = Date.parse(reply.headers.date ?? '')
  return Number.isNaN(told) ? undated : readSkew((told - now) / 1000)
}

/** `seconds`: by how much the agent's clock is ahead of ours. */
export function readSkew(seconds: number): Finding {
  const apart = Math.round(Math.abs(seconds))
  const what = `the agent's clock is ${apart} s ${seconds > 0 ? 'ahead of' : 'behind'} ours`
  if (apart <= negligible) return ok('clock', `the agent's clock agrees with ours within ${negligible} s`)
  if (apart <= tolerated) return warn('clock', what, remedy)
  return bad('clock', `${what}: signed tokens are refused when clocks are more than ${tolerated} s apart`, remedy)
}

const undated = warn(
  'clock',
  'the clocks could not be compared: the agent sends no Date header',
  'Send one with every answer (RFC 9110).',
)
