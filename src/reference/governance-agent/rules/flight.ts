import { violation } from '../concern.ts'
import type { Subject } from '../subject.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** Everything that runs, runs within the plan's flight. */
export const flight: Rule = (subject, { plan }) => {
  if (!isPurchase(subject)) return nothing
  const outside = instantsOf(subject).filter((instant) => !within(instant, plan.flight))
  if (outside.length === 0) return nothing
  const explanation = `${outside.join(', ')} lies outside the flight ${plan.flight.start} to ${plan.flight.end}.`
  return [violation('flight_compliance', explanation)]
}

function instantsOf({ starts, ends }: Subject): readonly string[] {
  return [...starts, ...ends]
}

/** What cannot be read as an instant is not within. */
function within(instant: string, { start, end }: { readonly start: string; readonly end: string }): boolean {
  const at = Date.parse(instant)
  return at >= Date.parse(start) && at <= Date.parse(end)
}
