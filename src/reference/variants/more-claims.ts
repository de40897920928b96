import type { Variant } from './variant.ts'

export const moreClaims = {
  id: 'more-claims',
  title: 'Declares more in its capabilities: other experimental features, extensions, blocks that no schema knows.',
  vary: (parts) => ({
    ...parts,
    capabilities: () => ({
      ...parts.capabilities(),
      experimental_features: ['acme.early', 'governance.campaign', 'trusted_match.core'],
      extensions_supported: ['acme'],
      last_updated: '2027-01-01T00:00:00Z',
      acme: { reviewers: 12 },
      governance: { aggregation_window_days: 365, acme_rules: ['a', 'b'] },
    }),
  }),
} as const satisfies Variant
