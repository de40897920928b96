import type { Fault } from '../fault.ts'

export const syncsTheFirstPlanOnly = {
  id: 'syncs-the-first-plan-only',
  requirement: 'GOV-GA-009',
  title: 'Takes in and answers the first plan of a request alone.',
  break: (parts) => ({ ...parts, incomingPlans: (plans) => parts.incomingPlans(plans).slice(0, 1) }),
} as const satisfies Fault
