import type { Fault } from '../fault.ts'

export const leavesThePoliciesOut = {
  id: 'leaves-the-policies-out',
  requirement: 'GOV-GA-143',
  title: 'Issues tokens that say nothing about policies.',
  break: (parts) => ({
    ...parts,
    tokenClaims(given) {
      const { policy_decisions: _list, policy_decision_hash: _hash, ...claims } = parts.tokenClaims(given)
      return claims
    },
  }),
} as const satisfies Fault
