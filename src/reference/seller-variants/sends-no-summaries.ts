import type { SellerVariant } from './seller-variant.ts'

export const sendsNoSummaries = {
  id: 'sends-no-summaries',
  title: 'Sends governance no summary of a change.',
  vary: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { modification_summary: _summary, ...args } = parts.checkArguments(question, url)
      return args
    },
  }),
} as const satisfies SellerVariant
