import type { Fault } from '../fault.ts'

export const answersAConflict = {
  id: 'answers-a-conflict',
  requirement: 'GOV-GA-028',
  title: 'Answers another request under a used key with the first reply.',
  break: (parts) => ({
    ...parts,
    recall(state, question) {
      const kept = state.replies.get(`${question.principal}\n${question.args.idempotency_key}`)
      return kept ? { ...kept.reply, replayed: true } : parts.recall(state, question)
    },
  }),
} as const satisfies Fault
