import type { SellerFault } from '../seller-fault.ts'

export const asksTheFirstAgentOnly = {
  id: 'asks-the-first-agent-only',
  requirement: 'GOV-SE-048',
  title: 'Asks the first of several governance agents.',
  break: (parts) => ({ ...parts, agentsToAsk: (agents) => parts.agentsToAsk(agents).slice(0, 1) }),
} as const satisfies SellerFault
