import { keySetOf } from '../../seller/find-key.ts'
import type { SellerFault } from '../seller-fault.ts'

export const triesKeysThatNobodyNamed = {
  id: 'tries-keys-that-nobody-named',
  requirement: 'GOV-SE-026',
  title: 'Takes the first published key for a token that names none.',
  break: (parts) => ({
    ...parts,
    async findKey(given, entry, work) {
      const named = await parts.findKey(given, entry, work)
      if (named !== undefined || given.token.header.kid !== undefined) return named
      return work.state.keySets.get(keySetOf(given, entry))?.keys[0]
    },
  }),
} as const satisfies SellerFault
