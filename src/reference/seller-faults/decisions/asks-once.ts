import type { SellerFault } from '../seller-fault.ts'

export const asksOnce = {
  id: 'asks-once',
  requirement: 'GOV-SE-013',
  title: 'Gives up on governance after the first try.',
  break: (parts) => ({ ...parts, attempts: 1 }),
} as const satisfies SellerFault
