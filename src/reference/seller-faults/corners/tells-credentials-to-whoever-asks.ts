import type { SellerFault } from '../seller-fault.ts'

export const tellsCredentialsToWhoeverAsks = {
  id: 'tells-credentials-to-whoever-asks',
  requirement: 'GOV-SE-006',
  title: 'Tells the credential of a governance agent in its capabilities.',
  break: (parts) => {
    let credential: string | undefined
    return {
      ...parts,
      register(state, accountId, agents) {
        credential = agents[0]?.credential
        parts.register(state, accountId, agents)
      },
      capabilities: (adcp) => ({ ...parts.capabilities(adcp), ...(credential && { ext: { vendor: { credential } } }) }),
    }
  },
} as const satisfies SellerFault
