import type { SellerVariant } from './seller-variant.ts'

const ext = { harbour: { desk: 'north' } } as const

export const addsItsOwn = {
  id: 'adds-its-own',
  title: 'Adds extensions of its own to what it sells, and to what it asks.',
  vary: (parts) => ({
    ...parts,
    buyReply: (...given) => ({ ...parts.buyReply(...given), ext }),
    checkArguments: (...given) => ({ ...parts.checkArguments(...given), ext }),
  }),
} as const satisfies SellerVariant
