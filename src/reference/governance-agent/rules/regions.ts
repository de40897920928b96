import { type Concern, violation } from '../concern.ts'
import type { Place, Subject } from '../subject.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** A plan with regions lets through only what says that it runs in them (specification, policy resolution). */
export const regions: Rule = (subject, { plan }) => {
  if (!isPurchase(subject) || plan.regions === undefined) return nothing
  const allowed = new Set(plan.regions.map((region) => region.toUpperCase()))
  return subject.places.flatMap((place) => judge(place, allowed, mustSay(subject)))
}

/** A change of budgets leaves the targeting as it is. */
function mustSay({ kind, phase, tool }: Subject): boolean {
  return kind === 'intent' ? !tool?.startsWith('update_') : phase === 'purchase'
}

function judge(place: Place, allowed: ReadonlySet<string>, explicit: boolean): readonly Concern[] {
  const names = [...allowed].join(', ')
  const outside = place.regions.filter((region) => !allowed.has(region.toUpperCase()))
  if (outside.length > 0)
    return [violation('geo_compliance', `${outside.join(', ')} is not among the regions ${names}.`)]
  if (place.regions.length > 0 || !explicit) return nothing
  return [
    violation('geo_compliance', `The plan is limited to ${names}, and the request does not say that it stays there.`),
  ]
}
