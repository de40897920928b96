import type { Fault } from '../fault.ts'

export const namesNoPurchaseInExecutions = {
  id: 'names-no-purchase-in-executions',
  requirement: 'GOV-GA-142',
  title: 'Issues tokens for executions that name no media buy.',
  break: (parts) => ({
    ...parts,
    tokenClaims(given) {
      const { media_buy_id: _purchase, ...claims } = parts.tokenClaims(given)
      return claims
    },
  }),
} as const satisfies Fault
