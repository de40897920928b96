import type { SellerFault } from '../seller-fault.ts'

export const sellsOnTheSecondTry = {
  id: 'sells-on-the-second-try',
  requirement: 'GOV-SE-052',
  title: 'Sells what was denied when the same request comes again.',
  break: (parts) => {
    const refused = new Set<string>()
    let key = ''
    return {
      ...parts,
      recall(state, question) {
        key = JSON.stringify(question.args.idempotency_key)
        return parts.recall(state, question)
      },
      async clear(question, work) {
        if (refused.has(key)) return { planned: question.planned, nextCheck: undefined }
        refused.add(key)
        const clearance = await parts.clear(question, work)
        refused.delete(key)
        return clearance
      },
    }
  },
} as const satisfies SellerFault
