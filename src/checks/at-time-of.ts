import type { Exchange } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'

/** Milliseconds by which the clocks of an agent and of a runner may differ. */
const tolerance = 300_000

/** True for an instant at which, by clocks that do not agree to the minute, the exchange went on. */
export function isAtTimeOf(instant: Json | undefined, { startedAt, durationMs }: Exchange): boolean {
  const at = typeof instant === 'string' ? Date.parse(instant) : Number.NaN
  const start = Date.parse(startedAt)
  return at >= start - tolerance && at <= start + durationMs + tolerance
}
