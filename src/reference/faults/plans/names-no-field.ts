import { Refusal } from '../../governance-agent/refusal.ts'
import type { Fault } from '../fault.ts'

export const namesNoField = {
  id: 'names-no-field',
  requirement: 'GOV-GA-021',
  title: 'Refuses a plan without naming the field.',
  break: (parts) => ({
    ...parts,
    errorPayload(refusal) {
      const inPlan = refusal.field?.startsWith('plans[')
      return parts.errorPayload(inPlan ? new Refusal(refusal.code, refusal.message) : refusal)
    },
  }),
} as const satisfies Fault
