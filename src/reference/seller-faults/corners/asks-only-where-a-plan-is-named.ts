import type { SellerFault } from '../seller-fault.ts'

export const asksOnlyWhereAPlanIsNamed = {
  id: 'asks-only-where-a-plan-is-named',
  requirement: 'GOV-SE-008',
  title: 'Does not ask about a purchase that names no plan.',
  break: (parts) => {
    let isNamed = true
    return {
      ...parts,
      async authorityOf(args, subject, work) {
        isNamed = args.plan_id !== undefined || args.media_buy_id !== undefined
        return await parts.authorityOf(args, subject, work)
      },
      clear: async (question, work) =>
        isNamed ? await parts.clear(question, work) : { planned: question.planned, nextCheck: undefined },
    }
  },
} as const satisfies SellerFault
