import type { PlannedStep } from '../../model/plan.ts'
import type { BoardState } from '../board-state.ts'
import { flagOf, flagsAskedBy } from '../branch-sets.ts'
import { blockedBy, type PseudoTask } from './pseudo-task.ts'

/** At least one of several alternatives was taken; its validations look at the flags that steps have raised. */
export const assertContribution: PseudoTask = {
  task: 'assert_contribution',
  async perform({ step }, { state }) {
    const asked = flagsAskedBy(step)
    const open = asked.some((flag) => state.contributed.has(flag)) ? undefined : openBranch(asked, state)
    if (open !== undefined)
      return blockedBy(
        'prerequisite_failed',
        `no alternative has contributed ${asked.join(' or ')}, and ${open.address} could not be exercised`,
      )
    return { kind: 'performed', found: [], looksAt: 'storyboard' }
  },
}

/** A step that would have raised a flag, and was kept from it by nothing that the agent did. */
function openBranch(flags: readonly string[], state: BoardState): PlannedStep | undefined {
  const { steps } = state.board
  return steps.find(({ step, phase, address }) => {
    const flag = flagOf(step, phase)
    if (flag === undefined || !flags.includes(flag) || state.verdictOf(address)?.status !== 'blocked') return false
    const peers = steps.filter((peer) => peer.phase.id === phase.id)
    return !peers.some((peer) => state.verdictOf(peer.address)?.status === 'failed')
  })
}
