import type { PlannedStep } from '../model/plan.ts'
import type { StepReport } from '../model/run-report.ts'
import type { BoardState } from './board-state.ts'

/** The part of a step's report that was known before it was run. */
export function identityOf(
  planned: PlannedStep,
  { board }: BoardState,
): Pick<StepReport, 'address' | 'storyboard' | 'phase' | 'id' | 'title' | 'task' | 'line' | 'docRef' | 'optional'> {
  const { address, step, phase, task, line } = planned
  return {
    address,
    storyboard: board.source.value.id,
    phase: phase.id,
    id: step.id,
    title: step.title ?? step.id,
    task,
    line,
    ...(step.doc_ref === undefined ? {} : { docRef: step.doc_ref }),
    ...(phase.optional ? { optional: true } : {}),
  }
}
