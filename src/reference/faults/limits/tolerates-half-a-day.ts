import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const toleratesHalfADay = {
  id: 'tolerates-half-a-day',
  requirement: 'GOV-GA-044',
  title: 'Approves what leaves the flight by no more than half a day.',
  break: (parts) =>
    withRule(parts, 'flight', (rule) => (subject, facts) => {
      const { start, end } = facts.plan.flight
      const flight = { start: shifted(start, -halfADay), end: shifted(end, halfADay) }
      return rule(subject, { ...facts, plan: { ...facts.plan, flight } })
    }),
} as const satisfies Fault

const halfADay = 43_200_000

function shifted(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString()
}
