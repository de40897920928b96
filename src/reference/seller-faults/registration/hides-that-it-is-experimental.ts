import type { SellerFault } from '../seller-fault.ts'

export const hidesThatItIsExperimental = {
  id: 'hides-that-it-is-experimental',
  requirement: 'GOV-SE-050',
  title: 'Does not declare campaign governance among its experimental features.',
  break: (parts) => ({
    ...parts,
    capabilities(adcp) {
      const { experimental_features: _features, ...rest } = parts.capabilities(adcp)
      return rest
    },
  }),
} as const satisfies SellerFault
