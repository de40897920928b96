import type { Fault } from '../fault.ts'

export const takesAnyContext = {
  id: 'takes-any-context',
  requirement: 'GOV-GA-095',
  title: 'Takes an outcome with a token that it never issued.',
  break: (parts) => ({
    ...parts,
    reportedCheck(state, stored, args) {
      const check = state.checks.get(String(args.check_id))
      return check?.planKey === stored.key ? check : parts.reportedCheck(state, stored, args)
    },
  }),
} as const satisfies Fault
