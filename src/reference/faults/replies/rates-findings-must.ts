import { objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const ratesFindingsMust = {
  id: 'rates-findings-must',
  requirement: 'GOV-GA-006',
  title: 'Gives findings the severity "must", which is the word for policies.',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) => {
      const reply = parts.checkReply(check, plan)
      return reply.findings === undefined
        ? reply
        : { ...reply, findings: objectsIn(reply.findings).map((one) => ({ ...one, severity: 'must' })) }
    },
  }),
} as const satisfies Fault
