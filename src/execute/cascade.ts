import type { PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { alternativeOf } from './branch-sets.ts'
import { substitutesFor } from './substitutes.ts'

/** What the storyboard has come to so far. */
export interface Progress {
  readonly board: PlannedBoard
  readonly contributors: ReadonlyMap<string, unknown>
  /** The step left its state behind. */
  isEstablished(address: string): boolean
  verdictOf(address: string): StepVerdict | undefined
}

/**
 * The first step that this one stands on, whose state is missing and whose want cascades.
 * Source: runner-output-contract, cascade_rules. Differs in one thing: when one of several alternatives was taken, the others hold
 * nothing up, so that an agent is not left ungraded for having chosen.
 */
export function missingPrerequisite(planned: PlannedStep, progress: Progress): string | undefined {
  return planned.standsOn.find((address) => {
    if (progress.isEstablished(address)) return false
    const prior = progress.board.steps.find((step) => step.address === address)
    return prior !== undefined && !isExempt(prior, planned, progress)
  })
}

function isExempt(prior: PlannedStep, planned: PlannedStep, progress: Progress): boolean {
  if (isOtherAlternative(prior, planned, progress)) return true
  const verdict = progress.verdictOf(prior.address)
  if (verdict === undefined || !isCoverageGap(verdict)) return false
  const canBeReplaced = substitutesFor(prior, progress.board).length > 0
  return canBeReplaced ? prior.phase.id === planned.phase.id : isSoleStatefulStep(prior)
}

/** Alternatives are no chain (branch_set_cascade_exemption). */
function isOtherAlternative(prior: PlannedStep, planned: PlannedStep, { board, contributors }: Progress): boolean {
  const flag = alternativeOf(prior.phase, board.source.value)
  if (flag === undefined || prior.phase.id === planned.phase.id) return false
  return contributors.has(flag) || alternativeOf(planned.phase, board.source.value) === flag
}

/** No other step of the phase could have left the state (sole_stateful_step_exemption). */
function isSoleStatefulStep({ phase }: PlannedStep): boolean {
  return phase.steps.filter(({ stateful }) => stateful).length === 1
}

/** The step could not be sent, for want of something that the agent need not have. */
function isCoverageGap(verdict: StepVerdict): boolean {
  return (verdict.status === 'not_applicable' || verdict.status === 'blocked') && gaps.has(verdict.reason)
}

const gaps: ReadonlySet<string> = new Set(['not_applicable', 'missing_tool', 'missing_test_controller'])
