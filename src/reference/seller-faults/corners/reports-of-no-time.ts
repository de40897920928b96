import type { SellerFault } from '../seller-fault.ts'

export const reportsOfNoTime = {
  id: 'reports-of-no-time',
  requirement: 'GOV-SE-044',
  title: 'Reports delivery without the time that it speaks of.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { reporting_period: _period, ...metrics } = question.metrics ?? {}
      return parts.checkArguments({ ...question, ...(question.metrics && { metrics }) }, url)
    },
  }),
} as const satisfies SellerFault
