import type { SellerFault } from '../seller-fault.ts'

export const echoesCredentials = {
  id: 'echoes-credentials',
  requirement: 'GOV-SE-006',
  title: 'Tells the credential that it was given for a governance agent.',
  break: (parts) => ({
    ...parts,
    agentReply: (agent) => ({
      ...parts.agentReply(agent),
      authentication: { schemes: ['Bearer'], credentials: agent.credential },
    }),
  }),
} as const satisfies SellerFault
