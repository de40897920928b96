import type { SellerFault } from '../seller-fault.ts'

export const addsGovernanceAgents = {
  id: 'adds-governance-agents',
  requirement: 'GOV-SE-002',
  title: 'Adds governance agents to those of before.',
  break: (parts) => ({
    ...parts,
    register: (state, id, agents) => parts.register(state, id, [...(state.governance.get(id) ?? []), ...agents]),
  }),
} as const satisfies SellerFault
