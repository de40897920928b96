import type { Fault } from '../fault.ts'

export const givesAllPlansTheTermsOfTheLast = {
  id: 'gives-all-plans-the-terms-of-the-last',
  requirement: 'GOV-GA-040',
  title: 'Gives each plan of a request the terms of the last one.',
  break: (parts) => ({
    ...parts,
    incomingPlans(plans) {
      const incoming = parts.incomingPlans(plans)
      return incoming.map((plan) => ({ ...plan, ...incoming.at(-1), plan_id: plan.plan_id ?? '' }))
    },
  }),
} as const satisfies Fault
