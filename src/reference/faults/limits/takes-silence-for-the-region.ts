import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const takesSilenceForTheRegion = {
  id: 'takes-silence-for-the-region',
  requirement: 'GOV-GA-043',
  title: 'Approves an action that does not say that it stays in the region.',
  break: (parts) =>
    withRule(parts, 'regions', (rule) => (subject, facts) => {
      const stated = subject.places.filter(({ regions }) => regions.length > 0)
      return rule({ ...subject, places: stated }, facts)
    }),
} as const satisfies Fault
