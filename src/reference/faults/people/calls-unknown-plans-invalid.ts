import { Refusal } from '../../governance-agent/refusal.ts'
import type { Fault } from '../fault.ts'

export const callsUnknownPlansInvalid = {
  id: 'calls-unknown-plans-invalid',
  requirement: 'GOV-GA-071',
  title: 'Answers INVALID_REQUEST for a plan that it does not know.',
  break: (parts) => ({
    ...parts,
    errorPayload: (refusal) =>
      parts.errorPayload(
        refusal.code === 'PLAN_NOT_FOUND' ? new Refusal('INVALID_REQUEST', refusal.message, 'plan_id') : refusal,
      ),
  }),
} as const satisfies Fault
