import { boardStatus } from '../judge/board-status.ts'
import { rollUp } from '../judge/roll-up.ts'
import type { PlannedBoard } from '../model/plan.ts'
import type { PhaseReport, StepReport, StoryboardReport } from '../model/run-report.ts'
import { seedingPhase } from './seeding/seed-board.ts'

/** The steps of a storyboard, in its phases; what was seeded stands before them. */
export function boardReport({ source, kit }: PlannedBoard, steps: readonly StepReport[]): StoryboardReport {
  const { id, title = id, phases, track } = source.value
  const seeded = steps.some(({ phase }) => phase === seedingPhase.id) ? [seedingPhase] : []
  return {
    id,
    title,
    file: source.file,
    ...(track === undefined ? {} : { track }),
    status: boardStatus(steps),
    ...(kit ? { testKit: kit.file } : {}),
    phases: [...seeded, ...phases].map((phase): PhaseReport => {
      const own = steps.filter((step) => step.phase === phase.id)
      return {
        id: phase.id,
        title: phase.title ?? phase.id,
        status: rollUp(own.map(({ verdict }) => verdict.status)),
        ...(phase.optional ? { optional: true } : {}),
        steps: own,
      }
    }),
  }
}
