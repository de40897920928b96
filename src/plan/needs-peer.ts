import type { PlannedBoard } from '../model/plan.ts'

/** Whether a step will be sent that needs the hosted governance agent. */
export function needsPeer({ source, steps }: PlannedBoard): boolean {
  return source.value.hosts === 'governance_agent' && steps.some(({ decided }) => decided === undefined)
}

/** The storyboard with all that would be sent blocked, where nobody can reach the agent that it needs. */
export function withoutPeer(board: PlannedBoard, why: string): PlannedBoard {
  if (!needsPeer(board)) return board
  const verdict = { status: 'blocked', reason: 'peer_unreachable', detail: why } as const
  const steps = board.steps.map((one) => ({ ...one, decided: one.decided ?? { verdict, validations: [] } }))
  return { ...board, steps }
}
