import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const overlooksRegionsAbroad = {
  id: 'overlooks-regions-abroad',
  requirement: 'GOV-GA-042',
  title: 'Looks at the countries that an action names, and not at the countries of its regions.',
  break: (parts) =>
    withRule(
      parts,
      'countries',
      (rule) => (subject, facts) =>
        rule({ ...subject, places: subject.places.map((place) => ({ ...place, regions: [] })) }, facts),
    ),
} as const satisfies Fault
