import { objectAt } from '../../governance-agent/payload.ts'
import type { SellerFault } from '../seller-fault.ts'

export const takesUnknownPlansForUngoverned = {
  id: 'takes-unknown-plans-for-ungoverned',
  requirement: 'GOV-SE-015',
  title: 'Sells when the governance agent does not know the plan.',
  break: (parts) => ({
    ...parts,
    decisionIn: (reply) =>
      objectAt(reply?.payload.adcp_error).code === 'PLAN_NOT_FOUND'
        ? { kind: 'approved', nextCheck: undefined }
        : parts.decisionIn(reply),
  }),
} as const satisfies SellerFault
