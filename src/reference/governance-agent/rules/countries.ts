import { violation } from '../concern.ts'
import type { Place } from '../subject.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** Nothing runs in a country that the plan does not name; a region counts as its country. */
export const countries: Rule = (subject, { plan }) => {
  if (!isPurchase(subject) || plan.countries === undefined) return nothing
  const allowed = new Set(plan.countries.map(upper))
  const outside = new Set(subject.places.flatMap(countriesOf).filter((country) => !allowed.has(country)))
  if (outside.size === 0) return nothing
  return [violation('geo_compliance', `${list(outside)} is not among the plan's countries (${list(allowed)}).`)]
}

/** Every country that a place lies in, in capitals. */
export function countriesOf({ countries: named, regions }: Place): readonly string[] {
  return [...named, ...regions.map((region) => region.split('-')[0] ?? region)].map(upper)
}

function upper(text: string): string {
  return text.toUpperCase()
}

function list(items: ReadonlySet<string>): string {
  return [...items].join(', ')
}
