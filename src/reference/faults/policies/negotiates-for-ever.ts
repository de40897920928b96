import type { Fault } from '../fault.ts'

export const negotiatesForEver = {
  id: 'negotiates-for-ever',
  requirement: 'GOV-GA-073',
  title: 'Answers "conditions" however often they are not met.',
  break: (parts) => ({ ...parts, decide: (concerns, situation) => parts.decide(concerns, { ...situation, unmet: 0 }) }),
} as const satisfies Fault
