import { objectAt } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const toleratesAQuarterAbroad = {
  id: 'tolerates-a-quarter-abroad',
  requirement: 'GOV-GA-080',
  title: 'Approves delivery abroad up to a quarter of the whole.',
  break: (parts) =>
    withRule(parts, 'deliveryGeo', (rule) => (subject, facts) => {
      const large = Object.entries(objectAt(subject.metrics?.geo_distribution)).filter(
        ([, share]) => Number(share) > 25,
      )
      return rule({ ...subject, metrics: { ...subject.metrics, geo_distribution: Object.fromEntries(large) } }, facts)
    }),
} as const satisfies Fault
