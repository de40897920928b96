import { violation } from '../concern.ts'
import { objectAt } from '../payload.ts'
import { nothing, type Rule } from './rule.ts'

/** Delivery in a country that the plan does not name is outside the plan, however small the share. */
export const deliveryGeo: Rule = ({ metrics }, { plan }) => {
  if (metrics === undefined || plan.countries === undefined) return nothing
  const allowed = new Set(plan.countries.map((country) => country.toUpperCase()))
  const outside = Object.entries(objectAt(metrics.geo_distribution)).filter(
    ([country, share]) => Number(share) > 0 && !allowed.has(country.toUpperCase()),
  )
  if (outside.length === 0) return nothing
  const shares = outside.map(([country, share]) => `${share} % in ${country}`).join(', ')
  return [violation('delivery_monitoring', `Delivered ${shares}; the plan allows ${[...allowed].join(', ')}.`)]
}
