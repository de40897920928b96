import type { SellerFault } from '../seller-fault.ts'

export const registersPlainHttp = {
  id: 'registers-plain-http',
  requirement: 'GOV-SE-005',
  title: 'Registers a governance agent at an address without encryption.',
  break: (parts) => ({
    ...parts,
    async requestProblem(task, args, schemas) {
      const problem = await parts.requestProblem(task, args, schemas)
      return task === 'sync_governance' && problem?.more.field?.endsWith('url') ? undefined : problem
    },
  }),
} as const satisfies SellerFault
