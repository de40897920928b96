import { objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const letsAddedPackagesGoAbroad = {
  id: 'lets-added-packages-go-abroad',
  requirement: 'GOV-GA-042',
  title: 'Looks at the places of the packages that a change names, and not of those that it adds.',
  break: (parts) =>
    withRule(parts, 'countries', (rule) => (subject, facts) => {
      const named = objectsIn(subject.payload.packages).length
      const { places } = subject
      return rule(subject.payload.new_packages ? { ...subject, places: places.slice(0, named) } : subject, facts)
    }),
} as const satisfies Fault
