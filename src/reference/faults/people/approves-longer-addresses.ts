import type { Fault } from '../fault.ts'

export const approvesLongerAddresses = {
  id: 'approves-longer-addresses',
  requirement: 'GOV-GA-047',
  title: 'Takes every address that begins like that of an approved seller for that seller.',
  break: (parts) => ({
    ...parts,
    isApprovedSeller: (caller, plan) =>
      parts.isApprovedSeller(caller, plan) || (plan.approved_sellers ?? []).some((seller) => caller.startsWith(seller)),
  }),
} as const satisfies Fault
