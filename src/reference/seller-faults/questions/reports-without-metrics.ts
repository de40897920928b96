import type { SellerFault } from '../seller-fault.ts'

export const reportsWithoutMetrics = {
  id: 'reports-without-metrics',
  requirement: 'GOV-SE-044',
  title: 'Reports delivery without saying what was delivered.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { delivery_metrics: _metrics, ...args } = parts.checkArguments(question, url)
      return args
    },
  }),
} as const satisfies SellerFault
