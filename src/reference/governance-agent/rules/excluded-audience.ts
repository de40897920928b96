import { equalJson } from '../../../json/equal.ts'
import type { JsonObject } from '../../../model/json.ts'
import { violation } from '../concern.ts'
import { objectsIn } from '../payload.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** A seller does not target whom the plan excludes. */
export const excludedAudience: Rule = (subject, { plan }) => {
  const excluded = plan.audience?.exclude ?? []
  if (!isPurchase(subject) || excluded.length === 0) return nothing
  const targeted = objectsIn(subject.planned.audience_targeting).filter((one) =>
    excluded.some((other) => same(one, other)),
  )
  if (targeted.length === 0) return nothing
  return [violation('audience_compliance', 'The delivery targets an audience that the plan excludes.')]
}

function same(one: JsonObject, other: JsonObject): boolean {
  return one.type === 'signal' ? equalJson(one.signal_id, other.signal_id) : equalJson(one, other)
}
