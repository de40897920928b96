import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const ignoresTheStartOfTheFlight = {
  id: 'ignores-the-start-of-the-flight',
  requirement: 'GOV-GA-044',
  title: 'Holds the end against the flight, and not the start.',
  break: (parts) => withRule(parts, 'flight', (rule) => (subject, facts) => rule({ ...subject, starts: [] }, facts)),
} as const satisfies Fault
