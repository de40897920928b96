import type { Fault } from '../fault.ts'

export const approvesSiblingAgents = {
  id: 'approves-sibling-agents',
  requirement: 'GOV-GA-047',
  title: 'Takes every agent under the domain of an approved seller for that seller.',
  break: (parts) => ({
    ...parts,
    isApprovedSeller: (caller, plan) =>
      parts.isApprovedSeller(caller, plan) || (plan.approved_sellers ?? []).some((seller) => isSibling(caller, seller)),
  }),
} as const satisfies Fault

function isSibling(caller: string, seller: string): boolean {
  const [one, other] = [new URL(caller), new URL(seller)]
  return one.hostname !== other.hostname && domainOf(one) === domainOf(other)
}

function domainOf({ hostname }: URL): string {
  return hostname.split('.').slice(-2).join('.')
}
