import type { Fault } from '../fault.ts'

export const omitsExplanation = {
  id: 'omits-explanation',
  requirement: 'GOV-GA-001',
  title: 'Answers a check without saying why.',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) => {
      const reply = parts.checkReply(check, plan)
      const { explanation: _why, ...rest } = reply
      return rest
    },
  }),
} as const satisfies Fault
