import type { PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { Step } from '../model/storyboard.ts'
import type { StepVerdict } from '../model/verdict.ts'

/** The ids of the steps whose state a step leaves as well; `peer_substitutes_for` is the older word. */
export function substituted({ provides_state_for = [], peer_substitutes_for = [] }: Step): readonly string[] {
  return [...[provides_state_for].flat(), ...[peer_substitutes_for].flat()]
}

/** The steps that can stand in for this one: of the same phase, both with state (storyboard-schema, provides_state_for). */
export function substitutesFor({ step, phase }: PlannedStep, board: PlannedBoard): readonly PlannedStep[] {
  if (!step.stateful) return []
  return board.steps.filter(
    (peer) =>
      peer.phase.id === phase.id &&
      peer.step.id !== step.id &&
      peer.step.stateful &&
      substituted(peer.step).includes(step.id),
  )
}

/** The agent does not offer what the step needs: only then another step can stand in for it. */
export function isMissing({ decided }: PlannedStep, verdict: StepVerdict | undefined): boolean {
  if (verdict?.status === 'failed') return decided?.verdict.status === 'failed'
  if (verdict?.status !== 'blocked' && verdict?.status !== 'not_applicable') return false
  return verdict.reason === 'missing_tool' || verdict.reason === 'missing_test_controller'
}
