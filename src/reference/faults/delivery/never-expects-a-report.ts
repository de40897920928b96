import type { Fault } from '../fault.ts'

export const neverExpectsAReport = {
  id: 'never-expects-a-report',
  requirement: 'GOV-GA-083',
  title: 'Never says when the next delivery report is due.',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) => {
      const reply = parts.checkReply(check, plan)
      const { next_check: _due, ...rest } = reply
      return rest
    },
  }),
} as const satisfies Fault
