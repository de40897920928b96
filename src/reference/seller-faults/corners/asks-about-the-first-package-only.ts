import type { SellerFault } from '../seller-fault.ts'

export const asksAboutTheFirstPackageOnly = {
  id: 'asks-about-the-first-package-only',
  requirement: 'GOV-SE-040',
  title: 'Asks about the first of several packages.',
  break: (parts) => ({
    ...parts,
    plannedDelivery: (purchase, state) =>
      parts.plannedDelivery({ ...purchase, packages: purchase.packages.slice(0, 1) }, state),
  }),
} as const satisfies SellerFault
