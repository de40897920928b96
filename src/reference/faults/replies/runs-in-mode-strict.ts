import type { Fault } from '../fault.ts'

export const runsInModeStrict = {
  id: 'runs-in-mode-strict',
  requirement: 'GOV-GA-079',
  title: 'Answers with a mode that does not exist.',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) => {
      const reply = parts.checkReply(check, plan)
      return reply.mode === undefined ? reply : { ...reply, mode: 'strict' }
    },
  }),
} as const satisfies Fault
