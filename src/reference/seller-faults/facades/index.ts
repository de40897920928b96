import type { SellerFault } from '../seller-fault.ts'
import { facadeRefusesAll } from './facade-refuses-all.ts'
import { facadeSellsAll } from './facade-sells-all.ts'
import { facadeSellsFirst } from './facade-sells-first.ts'

/** Sellers that only look as if they obeyed. */
export const sellerFacades: readonly SellerFault[] = [facadeSellsAll, facadeRefusesAll, facadeSellsFirst]
