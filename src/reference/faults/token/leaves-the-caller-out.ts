import type { Fault } from '../fault.ts'

export const leavesTheCallerOut = {
  id: 'leaves-the-caller-out',
  requirement: 'GOV-GA-141',
  title: 'Issues tokens that do not say who asked.',
  break: (parts) => ({
    ...parts,
    tokenClaims(given) {
      const { caller: _who, ...claims } = parts.tokenClaims(given)
      return claims
    },
  }),
} as const satisfies Fault
