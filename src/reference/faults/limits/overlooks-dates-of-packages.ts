import { textsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const overlooksDatesOfPackages = {
  id: 'overlooks-dates-of-packages',
  requirement: 'GOV-GA-044',
  title: 'Holds the dates of a buy against the flight, and not those of its packages.',
  break: (parts) =>
    withRule(parts, 'flight', (rule) => (subject, facts) => {
      if (subject.kind !== 'intent') return rule(subject, facts)
      const { start_time, end_time } = subject.payload
      return rule({ ...subject, starts: textsIn([start_time ?? null]), ends: textsIn([end_time ?? null]) }, facts)
    }),
} as const satisfies Fault
