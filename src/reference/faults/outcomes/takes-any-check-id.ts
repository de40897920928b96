import type { Fault } from '../fault.ts'

export const takesAnyCheckId = {
  id: 'takes-any-check-id',
  requirement: 'GOV-GA-095',
  title: 'Takes an outcome for a check that it never made.',
  break: (parts) => ({
    ...parts,
    reportedCheck(state, stored, args) {
      const { check_id, ...rest } = args
      const known = typeof check_id === 'string' && state.checks.get(check_id)?.planKey === stored.key
      return parts.reportedCheck(state, stored, known ? args : rest)
    },
  }),
} as const satisfies Fault
