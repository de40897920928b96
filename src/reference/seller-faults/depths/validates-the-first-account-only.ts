import type { JsonObject } from '../../../model/json.ts'
import { objectsIn } from '../../governance-agent/payload.ts'
import type { SellerFault } from '../seller-fault.ts'

export const validatesTheFirstAccountOnly = {
  id: 'validates-the-first-account-only',
  requirement: 'GOV-SE-005',
  title: 'Validates the first account of a registration, and registers them all.',
  break: (parts) => ({
    ...parts,
    requestProblem: async (task, args, schemas) =>
      await parts.requestProblem(task, task === 'sync_governance' ? shortened(args) : args, schemas),
  }),
} as const satisfies SellerFault

function shortened(args: JsonObject): JsonObject {
  return { ...args, accounts: objectsIn(args.accounts).slice(0, 1) }
}
