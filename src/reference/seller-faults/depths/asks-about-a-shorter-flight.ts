import type { SellerFault } from '../seller-fault.ts'

export const asksAboutAShorterFlight = {
  id: 'asks-about-a-shorter-flight',
  requirement: 'GOV-SE-040',
  title: 'Asks about the first day of a flight.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { planned } = question
      const isFlight = question.phase === 'purchase' && planned.start_time !== undefined
      const first = isFlight ? { ...planned, end_time: planned.start_time ?? null } : planned
      return parts.checkArguments({ ...question, planned: first }, url)
    },
  }),
} as const satisfies SellerFault
