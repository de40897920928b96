import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const isNeverContent = {
  id: 'is-never-content',
  requirement: 'GOV-GA-074',
  title: 'Asks for a field again that is there.',
  break: (parts) => withRule(parts, 'policies', (rule) => (subject, facts) => rule({ ...subject, payload: {} }, facts)),
} as const satisfies Fault
