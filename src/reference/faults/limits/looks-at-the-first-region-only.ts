import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const looksAtTheFirstRegionOnly = {
  id: 'looks-at-the-first-region-only',
  requirement: 'GOV-GA-043',
  title: 'Looks at the first region of the first package and not at the others.',
  break: (parts) =>
    withRule(
      parts,
      'regions',
      (rule) => (subject, facts) =>
        rule(
          {
            ...subject,
            places: subject.places.slice(0, 1).map((place) => ({ ...place, regions: place.regions.slice(0, 1) })),
          },
          facts,
        ),
    ),
} as const satisfies Fault
