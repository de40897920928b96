import type { Fault } from '../fault.ts'

export const runsAReplayAgain = {
  id: 'runs-a-replay-again',
  requirement: 'GOV-GA-027',
  title: 'Runs a request again that comes with a key it has seen.',
  break: (parts) => ({ ...parts, recall: () => undefined }),
} as const satisfies Fault
