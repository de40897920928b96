import { objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const addsCodesToConditions = {
  id: 'adds-codes-to-conditions',
  requirement: 'GOV-GA-007',
  title: 'Adds a code to each condition, where the object is closed.',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) => {
      const reply = parts.checkReply(check, plan)
      return reply.conditions === undefined
        ? reply
        : { ...reply, conditions: objectsIn(reply.conditions).map((one) => ({ ...one, code: 'CONDITION' })) }
    },
  }),
} as const satisfies Fault
