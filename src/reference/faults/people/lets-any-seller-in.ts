import type { Fault } from '../fault.ts'

export const letsAnySellerIn = {
  id: 'lets-any-seller-in',
  requirement: 'GOV-GA-047',
  title: 'Answers sellers that the plan does not approve.',
  break: (parts) => ({ ...parts, isApprovedSeller: () => true }),
} as const satisfies Fault
