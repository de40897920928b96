import type { SellerFault } from '../seller-fault.ts'

export const answersStrangersFromMemory = {
  id: 'answers-strangers-from-memory',
  requirement: 'GOV-SE-003',
  title: 'Answers a stranger with the reply that somebody else got to the same key.',
  break: (parts) => {
    const known = new Set<string>()
    return {
      ...parts,
      recall(state, question) {
        known.add(question.principal)
        const replies = [...known].map((principal) => parts.recall(state, { ...question, principal }))
        return replies.find((one) => one !== undefined)
      },
    }
  },
} as const satisfies SellerFault
