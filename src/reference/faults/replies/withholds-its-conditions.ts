import type { Fault } from '../fault.ts'

export const withholdsItsConditions = {
  id: 'withholds-its-conditions',
  requirement: 'GOV-GA-004',
  title: 'Answers "conditions" and does not say which.',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) => {
      const reply = parts.checkReply(check, plan)
      const { conditions: _conditions, ...rest } = reply
      return rest
    },
  }),
} as const satisfies Fault
