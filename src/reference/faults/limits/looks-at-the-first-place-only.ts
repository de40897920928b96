import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const looksAtTheFirstPlaceOnly = {
  id: 'looks-at-the-first-place-only',
  requirement: 'GOV-GA-042',
  title: 'Looks at the countries of the first package and not of the others.',
  break: (parts) =>
    withRule(
      parts,
      'countries',
      (rule) => (subject, facts) => rule({ ...subject, places: subject.places.slice(0, 1) }, facts),
    ),
} as const satisfies Fault
