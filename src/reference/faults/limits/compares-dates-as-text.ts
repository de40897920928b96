import { violation } from '../../governance-agent/concern.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const comparesDatesAsText = {
  id: 'compares-dates-as-text',
  requirement: 'GOV-GA-044',
  title: 'Compares dates letter by letter, whatever their time zones.',
  break: (parts) =>
    withRule(parts, 'flight', () => (subject, { plan: { flight } }) => {
      const outside = [...subject.starts, ...subject.ends].filter((date) => date < flight.start || date > flight.end)
      return outside.map((date) => violation('flight_compliance', `${date} lies outside the flight.`))
    }),
} as const satisfies Fault
