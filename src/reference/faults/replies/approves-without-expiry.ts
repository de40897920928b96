import type { Fault } from '../fault.ts'

export const approvesWithoutExpiry = {
  id: 'approves-without-expiry',
  requirement: 'GOV-GA-005',
  title: 'Approves without saying until when.',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) => {
      const reply = parts.checkReply(check, plan)
      const { expires_at: _until, ...rest } = reply
      return reply.status === 'approved' ? rest : reply
    },
  }),
} as const satisfies Fault
