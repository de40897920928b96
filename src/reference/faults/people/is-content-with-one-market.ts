import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const isContentWithOneMarket = {
  id: 'is-content-with-one-market',
  requirement: 'GOV-GA-055',
  title: 'Looks at the first country that a delegate buys in and not at the others.',
  break: (parts) =>
    withRule(
      parts,
      'delegation',
      (rule) => (subject, facts) =>
        rule(
          { ...subject, places: subject.places.map((place) => ({ ...place, countries: place.countries.slice(0, 1) })) },
          facts,
        ),
    ),
} as const satisfies Fault
