import type { Fault } from '../fault.ts'

export const expectsReportsOfIntents = {
  id: 'expects-reports-of-intents',
  requirement: 'GOV-GA-083',
  title: 'Asks a buyer for a delivery report before any seller has said yes.',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) => {
      const reply = parts.checkReply(check, plan)
      const later = new Date(check.at + 86_400_000).toISOString()
      return reply.status === 'approved' ? { next_check: later, ...reply } : reply
    },
  }),
} as const satisfies Fault
