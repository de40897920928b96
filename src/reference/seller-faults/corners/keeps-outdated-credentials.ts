import type { SellerFault } from '../seller-fault.ts'

export const keepsOutdatedCredentials = {
  id: 'keeps-outdated-credentials',
  requirement: 'GOV-SE-002',
  title: 'Keeps the first credential that it was given for an address.',
  break: (parts) => {
    const first = new Map<string, string>()
    return {
      ...parts,
      register(state, accountId, agents) {
        for (const { url, credential } of agents) if (!first.has(url)) first.set(url, credential)
        const known = agents.map((agent) => ({ ...agent, credential: first.get(agent.url) ?? agent.credential }))
        parts.register(state, accountId, known)
      },
    }
  },
} as const satisfies SellerFault
