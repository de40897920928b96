import { governanceAgentsIn } from '../../../token/brand-agents.ts'
import type { SellerFault } from '../seller-fault.ts'

export const comparesIssuersByHost = {
  id: 'compares-issuers-by-host',
  requirement: 'GOV-SE-028',
  title: 'Takes a tenant for another one on the same host.',
  break: (parts) => ({
    ...parts,
    async issuerEntry(given, work) {
      const { iss } = given.token.claims
      const origin = URL.canParse(String(iss)) ? new URL(String(iss)).origin : ''
      const url = parts.brandOf(given, work)
      const agents = governanceAgentsIn(url === undefined ? undefined : await parts.fetchDocument(url, work))
      return agents.find((agent) => String(agent.url).startsWith(`${origin}/`))
    },
  }),
} as const satisfies SellerFault
