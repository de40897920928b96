import type { SellerFault } from '../seller-fault.ts'

export const registersShortCredentials = {
  id: 'registers-short-credentials',
  requirement: 'GOV-SE-005',
  title: 'Registers a governance agent with a credential that is too short.',
  break: (parts) => ({
    ...parts,
    async requestProblem(task, args, schemas) {
      const problem = await parts.requestProblem(task, args, schemas)
      return task === 'sync_governance' && problem?.more.field?.endsWith('credentials') ? undefined : problem
    },
  }),
} as const satisfies SellerFault
