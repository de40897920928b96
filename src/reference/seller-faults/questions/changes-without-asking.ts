import type { SellerFault } from '../seller-fault.ts'

export const changesWithoutAsking = {
  id: 'changes-without-asking',
  requirement: 'GOV-SE-042',
  title: 'Changes a governed purchase without asking.',
  break: (parts) => ({ ...parts, needsApproval: () => false }),
} as const satisfies SellerFault
