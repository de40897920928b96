import type { SellerFault } from '../seller-fault.ts'

export const asksWithoutAPlanOfDelivery = {
  id: 'asks-without-a-plan-of-delivery',
  requirement: 'GOV-SE-040',
  title: 'Does not say what it will run.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { planned_delivery: _planned, ...args } = parts.checkArguments(question, url)
      return args
    },
  }),
} as const satisfies SellerFault
