import type { SellerFault } from '../seller-fault.ts'

export const addsPackagesWithoutAsking = {
  id: 'adds-packages-without-asking',
  requirement: 'GOV-SE-042',
  title: 'Adds packages to a purchase without asking.',
  break: (parts) => ({
    ...parts,
    needsApproval: (before, after) =>
      before.packages.length === after.packages.length && parts.needsApproval(before, after),
  }),
} as const satisfies SellerFault
