import { keySetOf } from '../seller/find-key.ts'
import type { SellerVariant } from './seller-variant.ts'

/** How long a key set may be kept has an upper bound and no lower one; the pause of 30 seconds is between refetches (security, JWKS cache TTL). */
export const keepsNoKeys = {
  id: 'keeps-no-keys',
  title: 'Fetches the key set for every token.',
  vary: (parts) => ({
    ...parts,
    async findKey(given, entry, work) {
      work.state.keySets.delete(keySetOf(given, entry))
      return await parts.findKey(given, entry, work)
    },
  }),
} as const satisfies SellerVariant
