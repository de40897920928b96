import { invariantsInForce } from '../invariants/index.ts'
import type { Decided, PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { StepReport, StoryboardReport } from '../model/run-report.ts'
import { dateShift } from '../request/dates.ts'
import { substitute } from '../request/substitute.ts'
import { boardReport } from './board-report.ts'
import { BoardState } from './board-state.ts'
import { Lines } from './lines.ts'
import { blocked } from './not-sent.ts'
import { PeerWatch } from './peer/peer-watch.ts'
import { phaseHold } from './phase-hold.ts'
import { armRetries } from './pseudo/arm-retries.ts'
import { regrade } from './regrade.ts'
import type { RunContext } from './run-context.ts'
import { runStep } from './run-step.ts'
import { seedBoard } from './seeding/seed-board.ts'
import type { StepSetting } from './step-setting.ts'

/** Runs one storyboard over sessions of its own. */
export async function runBoard(board: PlannedBoard, run: RunContext): Promise<StoryboardReport> {
  const { id, title = id } = board.source.value
  run.emit({ kind: 'storyboard_started', id, title, steps: board.steps.length })
  const state = new BoardState(board, run.ids, run.runner, run.webhooks, run.given)
  armRetries(board, run.webhooks)
  const host = board.source.value.hosts === undefined ? undefined : run.peer
  await host?.reset()
  const lines = new Lines((speaker) => run.connect(speaker))
  const inForce = invariantsInForce(board.source.value.invariants, run.adcp)
  const setting: StepSetting = {
    run,
    state,
    lines,
    ...(host && { peer: new PeerWatch(host.peer) }),
    dateShift: run.dates === 'shift' ? shiftOf(board, run) : 0,
    invariantIds: inForce.status === 'known' ? inForce.ids : new Set(),
  }
  const defect = inForce.status === 'unknown' ? unknownInvariants(inForce.ids) : undefined
  const steps = await runSteps(setting, defect).finally(() => lines.close())
  const report = boardReport(board, regrade(steps, state))
  run.emit({ kind: 'storyboard_finished', storyboard: report })
  return report
}

async function runSteps(setting: StepSetting, defect: Decided | undefined): Promise<readonly StepReport[]> {
  const { run, state } = setting
  const seeded = defect ? { steps: [], held: defect } : await seedBoard(setting)
  const steps = [...seeded.steps]
  const holds = new Map<string, Decided | undefined>()
  for (const planned of state.board.steps) {
    const { phase } = planned
    if (!holds.has(phase.id)) holds.set(phase.id, seeded.held ?? phaseHold(phase, setting))
    run.emit({ kind: 'step_started', address: planned.address, task: planned.task })
    const step = await runStep(heldBy(planned, holds.get(phase.id)), setting)
    run.emit({ kind: 'step_finished', step })
    steps.push(step)
  }
  return steps
}

/** What does not apply to the agent stays so, whatever holds the phase. */
function heldBy(planned: PlannedStep, held: Decided | undefined): PlannedStep {
  if (!held || planned.decided?.verdict.status === 'not_applicable') return planned
  return { ...planned, decided: held }
}

function unknownInvariants(ids: readonly string[]): Decided {
  return blocked('authoring_defect', `this release does not know the invariants ${ids.join(', ')}`)
}

/** One span for the whole storyboard, so that its dates keep their order. Only the kit's values matter for it. */
function shiftOf(board: PlannedBoard, run: RunContext): number {
  const scope = new BoardState(board, run.ids, run.runner, undefined, run.given).scope()
  const samples = board.steps.map(({ step }) => substitute(step.sample_request ?? {}, scope).value)
  return dateShift(samples, run.clock.now())
}
