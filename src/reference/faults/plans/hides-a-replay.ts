import type { Fault } from '../fault.ts'

export const hidesAReplay = {
  id: 'hides-a-replay',
  requirement: 'GOV-GA-027',
  title: 'Answers a replay from memory without saying so.',
  break: (parts) => ({
    ...parts,
    recall(state, question) {
      const { replayed: _said, ...reply } = parts.recall(state, question) ?? { replayed: false }
      return Object.keys(reply).length > 0 ? reply : undefined
    },
  }),
} as const satisfies Fault
