import { rollUp } from '../judge/roll-up.ts'
import type { PlannedBoard } from '../model/plan.ts'
import type { PhaseReport, StepReport, StoryboardReport } from '../model/run-report.ts'
import { dateShift } from '../request/dates.ts'
import { substitute } from '../request/substitute.ts'
import { BoardState } from './board-state.ts'
import { Lines } from './lines.ts'
import type { RunContext } from './run-context.ts'
import { runStep } from './run-step.ts'

/** Runs one storyboard over sessions of its own. */
export async function runBoard(board: PlannedBoard, run: RunContext): Promise<StoryboardReport> {
  const { id, title = id } = board.source.value
  run.emit({ kind: 'storyboard_started', id, title, steps: board.steps.length })
  const state = new BoardState(board, run.ids, run.runner)
  const lines = new Lines((principal) => run.connect(principal))
  const setting = { run, state, lines, dateShift: run.dates === 'shift' ? shiftOf(board, run) : 0 }
  const steps: StepReport[] = []
  try {
    for (const planned of board.steps) {
      run.emit({ kind: 'step_started', address: planned.address, task: planned.task })
      const step = await runStep(planned, setting)
      run.emit({ kind: 'step_finished', step })
      steps.push(step)
    }
  } finally {
    await lines.close()
  }
  const report = boardReport(board, steps)
  run.emit({ kind: 'storyboard_finished', storyboard: report })
  return report
}

/** One span for the whole storyboard, so that its dates keep their order. Only the kit's values matter for it. */
function shiftOf(board: PlannedBoard, run: RunContext): number {
  const scope = new BoardState(board, run.ids, run.runner).scope()
  const samples = board.steps.map(({ step }) => substitute(step.sample_request ?? {}, scope).value)
  return dateShift(samples, run.clock.now())
}

function boardReport(board: PlannedBoard, steps: readonly StepReport[]): StoryboardReport {
  const { id, title = id, phases, track } = board.source.value
  const phaseReports = phases.map((phase): PhaseReport => {
    const own = steps.filter((step) => step.phase === phase.id)
    return {
      id: phase.id,
      title: phase.title ?? phase.id,
      status: rollUp(own.map(({ verdict }) => verdict.status)),
      steps: own,
    }
  })
  return {
    id,
    title,
    file: board.source.file,
    ...(track === undefined ? {} : { track }),
    status: rollUp(steps.map(({ verdict }) => verdict.status)),
    ...(board.kit ? { testKit: board.kit.file } : {}),
    phases: phaseReports,
  }
}
