import { objectAt } from '../../governance-agent/payload.ts'
import type { SellerFault } from '../seller-fault.ts'

/** What is absent is false by default, so that this seller denies what it does. */
export const hidesThatItIsAware = {
  id: 'hides-that-it-is-aware',
  requirement: 'GOV-SE-051',
  title: 'Obeys governance, and does not declare that it is aware of it.',
  break: (parts) => ({
    ...parts,
    capabilities(adcp) {
      const { media_buy, ...rest } = parts.capabilities(adcp)
      const { governance_aware: _aware, ...declared } = objectAt(media_buy)
      return { ...rest, media_buy: declared }
    },
  }),
} as const satisfies SellerFault
