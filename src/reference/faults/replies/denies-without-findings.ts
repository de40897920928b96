import type { Fault } from '../fault.ts'

export const deniesWithoutFindings = {
  id: 'denies-without-findings',
  requirement: 'GOV-GA-003',
  title: 'Denies without a finding.',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) => {
      const reply = parts.checkReply(check, plan)
      const { findings: _findings, ...rest } = reply
      return reply.status === 'denied' ? rest : reply
    },
  }),
} as const satisfies Fault
