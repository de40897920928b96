import type { Fault } from '../fault.ts'

export const acceptsAFlightBackwards = {
  id: 'accepts-a-flight-backwards',
  requirement: 'GOV-GA-021',
  title: 'Takes in a flight that ends before it starts.',
  break: (parts) => ({
    ...parts,
    refusePlan(plan, at, history) {
      const { start, end } = plan.flight
      const forwards = Date.parse(end) > Date.parse(start) ? plan.flight : { start: end, end: start }
      parts.refusePlan({ ...plan, flight: forwards }, at, history)
    },
  }),
} as const satisfies Fault
