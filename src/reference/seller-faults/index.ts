import { cornerFaults } from './corners/index.ts'
import { decisionFaults } from './decisions/index.ts'
import { depthFaults } from './depths/index.ts'
import { questionFaults } from './questions/index.ts'
import { registrationFaults } from './registration/index.ts'
import type { SellerFault } from './seller-fault.ts'
import { tokenFaults } from './tokens/index.ts'

/** Every way for a seller to be wrong that this program knows, by what it concerns. */
export const sellerFaults: readonly SellerFault[] = [
  ...registrationFaults,
  ...tokenFaults,
  ...questionFaults,
  ...decisionFaults,
  ...cornerFaults,
  ...depthFaults,
]

export type { SellerFault } from './seller-fault.ts'
