import { objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const callsPoliciesInline = {
  id: 'calls-policies-inline',
  requirement: 'GOV-GA-010',
  title: 'Says of a policy that its source is "inline", which is the word of another object.',
  break: (parts) => ({
    ...parts,
    planReply(stored) {
      const reply = parts.planReply(stored)
      return {
        ...reply,
        resolved_policies: objectsIn(reply.resolved_policies).map((one) => ({ ...one, source: 'inline' })),
      }
    },
  }),
} as const satisfies Fault
