import type { PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { StepReport } from '../model/run-report.ts'
import type { NotApplicableReason, ValidationResult } from '../model/verdict.ts'
import type { BoardState } from './board-state.ts'
import { alternativeOf, takenInstead } from './branch-sets.ts'
import { isMissing, substitutesFor } from './substitutes.ts'

/**
 * What can only be said at the end of a storyboard: steps of alternatives that the agent did not take, and steps for which another
 * stood in, do not apply. Source: runner-output-contract, peer_branch_taken and peer_substituted.
 */
export function regrade(steps: readonly StepReport[], state: BoardState): readonly StepReport[] {
  return steps.map((report) => {
    const planned = state.board.steps.find(({ address }) => address === report.address)
    if (!planned) return report
    const branch = otherBranch(planned, report, state)
    if (branch !== undefined) return moot(report, 'peer_branch_taken', branch)
    const peer = stoodIn(planned, report, state.board, state)
    return peer === undefined ? report : moot(report, 'peer_substituted', peer)
  })
}

function otherBranch(
  { phase }: PlannedStep,
  { verdict }: StepReport,
  { board, contributors }: BoardState,
): string | undefined {
  if (verdict.status !== 'failed' && verdict.status !== 'blocked') return undefined
  const flag = alternativeOf(phase, board.source.value)
  const taken = flag === undefined ? undefined : contributors.get(flag)
  if (flag === undefined || !taken || taken.phase.id === phase.id) return undefined
  return takenInstead(flag, taken, phase)
}

function stoodIn(
  planned: PlannedStep,
  { verdict }: StepReport,
  board: PlannedBoard,
  state: BoardState,
): string | undefined {
  if (!isMissing(planned, verdict)) return undefined
  const peer = substitutesFor(planned, board).find(({ address }) => state.verdictOf(address)?.status === 'passed')
  return peer && `${planned.step.id} state provided by ${peer.phase.id}.${peer.step.id}`
}

function moot(report: StepReport, reason: NotApplicableReason, detail: string): StepReport {
  return {
    ...report,
    verdict: { status: 'not_applicable', reason, detail },
    validations: report.validations.map((validation) => mootValidation(validation, detail)),
  }
}

/** What was seen stays to be read, and counts neither way. */
function mootValidation(validation: ValidationResult, detail: string): ValidationResult {
  const { outcome } = validation
  if (outcome.status === 'failed')
    return {
      ...validation,
      outcome: { status: 'not_applicable', note: `${detail}; what was seen: ${outcome.message}` },
    }
  return outcome.status === 'blocked'
    ? { ...validation, outcome: { status: 'not_applicable', note: detail } }
    : validation
}
