import type { Fault } from '../fault.ts'

export const approvesSellersOfTheSameHost = {
  id: 'approves-sellers-of-the-same-host',
  requirement: 'GOV-GA-047',
  title: 'Takes every address on the host of an approved seller for that seller.',
  break: (parts) => ({
    ...parts,
    isApprovedSeller: (caller, plan) =>
      plan.approved_sellers?.some((one) => new URL(one).host === new URL(caller).host) ?? true,
  }),
} as const satisfies Fault
