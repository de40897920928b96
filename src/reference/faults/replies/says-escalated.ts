import type { Fault } from '../fault.ts'

export const saysEscalated = {
  id: 'says-escalated',
  requirement: 'GOV-GA-002',
  title: 'Answers "escalated", a decision that does not exist, where a human has to look.',
  break: (parts) => ({
    ...parts,
    checkReply(check, plan) {
      if (check.status !== undefined) return parts.checkReply(check, plan)
      const { id, explanation } = check
      return { check_id: id, status: 'escalated', plan_id: plan.plan_id, explanation }
    },
  }),
} as const satisfies Fault
