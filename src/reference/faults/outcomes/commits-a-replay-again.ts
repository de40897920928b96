import type { Fault } from '../fault.ts'

export const commitsAReplayAgain = {
  id: 'commits-a-replay-again',
  requirement: 'GOV-GA-096',
  title: 'Answers a replayed outcome from memory, and commits its amount once more.',
  break: (parts) => ({
    ...parts,
    recall(state, question) {
      const reply = parts.recall(state, question)
      const last = state.commitments.findLast(({ checkId }) => checkId === question.args.check_id)
      if (reply && last) state.commitments.push(last)
      return reply
    },
  }),
} as const satisfies Fault
