import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const isContentWithOneCountry = {
  id: 'is-content-with-one-country',
  requirement: 'GOV-GA-042',
  title: 'Looks at the first country of a package and not at the others.',
  break: (parts) =>
    withRule(
      parts,
      'countries',
      (rule) => (subject, facts) =>
        rule(
          { ...subject, places: subject.places.map((place) => ({ ...place, countries: place.countries.slice(0, 1) })) },
          facts,
        ),
    ),
} as const satisfies Fault
