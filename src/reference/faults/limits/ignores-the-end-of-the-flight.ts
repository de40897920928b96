import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const ignoresTheEndOfTheFlight = {
  id: 'ignores-the-end-of-the-flight',
  requirement: 'GOV-GA-044',
  title: 'Holds the start against the flight, and not the end.',
  break: (parts) => withRule(parts, 'flight', (rule) => (subject, facts) => rule({ ...subject, ends: [] }, facts)),
} as const satisfies Fault
