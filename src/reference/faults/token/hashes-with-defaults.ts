import type { Fault } from '../fault.ts'

export const hashesWithDefaults = {
  id: 'hashes-with-defaults',
  requirement: 'GOV-GA-146',
  title: 'Fills in the defaults of a plan before it hashes it.',
  break: (parts) => ({ ...parts, planHash: (plan) => parts.planHash({ human_review_required: false, ...plan }) }),
} as const satisfies Fault
