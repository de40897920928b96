import { keySetOf } from '../../seller/find-key.ts'
import type { SellerFault } from '../seller-fault.ts'

export const takesAnotherKey = {
  id: 'takes-another-key',
  requirement: 'GOV-SE-026',
  title: 'Takes the first published key for one that is not published.',
  break: (parts) => ({
    ...parts,
    findKey: async (given, entry, work) =>
      (await parts.findKey(given, entry, work)) ?? work.state.keySets.get(keySetOf(given, entry))?.keys[0],
  }),
} as const satisfies SellerFault
