import { AgentUnavailable } from '../errors.ts'
import { type Judged, judgeStep, unevaluated } from '../judge/judge-step.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Decided, PlannedStep } from '../model/plan.ts'
import type { RequestChange, StepReport } from '../model/run-report.ts'
import type { Step } from '../model/storyboard.ts'
import type { BlockedReason } from '../model/verdict.ts'
import { buildRequest } from '../request/build-request.ts'
import type { BoardState } from './board-state.ts'
import { capture } from './capture.ts'
import { evidenceOf, responseSchemaOf } from './evidence.ts'
import type { Lines } from './lines.ts'
import type { RunContext } from './run-context.ts'
import { stopReason } from './stop-reason.ts'
import { undeliveredVerdict } from './undelivered.ts'
import { readyValidation } from './validations.ts'

export interface StepSetting {
  readonly run: RunContext
  readonly state: BoardState
  readonly lines: Lines
  readonly dateShift: number
}

/** Sends one step and grades the reply; or says why it was not sent. */
export async function runStep(planned: PlannedStep, setting: StepSetting): Promise<StepReport> {
  const { run, state } = setting
  const held = planned.decided ?? holdBack(planned, setting)
  if (held) return notSent(planned, setting, held)
  const rules = { dateShift: setting.dateShift, now: run.clock.now(), schemas: run.schemas.task(planned.task) }
  const built = buildRequest(planned.step, state.scope(), rules)
  if (built.status === 'blocked') return notSent(planned, setting, blocked('unresolved_substitution', built.detail))
  try {
    const line = await setting.lines.as(principalOf(planned.step, run))
    const exchange = await line.call({ task: planned.task, arguments: built.payload })
    return await graded(planned, setting, exchange, built.changes)
  } catch (error) {
    if (error instanceof AgentUnavailable)
      return notSent(planned, setting, blocked('no_reply', `the agent could not be reached any more: ${error.message}`))
    throw error
  }
}

function holdBack(planned: PlannedStep, { run, state }: StepSetting): Decided | undefined {
  if (run.signal.aborted) return blocked(...stopReason(run.signal))
  if (run.silence.gaveUp()) return blocked('no_reply', run.silence.words)
  const missing = state.missingPrerequisite(planned)
  return missing === undefined
    ? undefined
    : blocked('prerequisite_failed', `it stands on ${missing}, which did not leave its state`)
}

function blocked(reason: BlockedReason, detail: string): Decided {
  return { verdict: { status: 'blocked', reason, detail }, validations: [] }
}

function principalOf(step: Step, run: RunContext): string {
  return step.gov_as !== undefined && run.principals.has(step.gov_as) ? step.gov_as : 'default'
}

function notSent(planned: PlannedStep, { state, run }: StepSetting, { verdict, validations }: Decided): StepReport {
  state.record(planned, verdict, undefined)
  const why = 'detail' in verdict ? verdict.detail : 'the step was not sent'
  const results = [...validations, ...unevaluated(planned.step.validations ?? [], why)]
  return {
    ...identity(planned, state),
    verdict,
    validations: results,
    changes: [],
    captured: [],
    startedAt: new Date(run.clock.now()).toISOString(),
    durationMs: 0,
  }
}

async function graded(
  planned: PlannedStep,
  setting: StepSetting,
  exchange: Exchange,
  changes: readonly RequestChange[],
): Promise<StepReport> {
  const { state, run } = setting
  const evidence = evidenceOf(planned, exchange, { run, state }, await responseSchemaOf(planned, run))
  const undelivered = undeliveredVerdict(planned, exchange, run)
  const validations = (planned.step.validations ?? []).map((validation) =>
    readyValidation(validation, state.scope(), changes),
  )
  const judged = undelivered
    ? { verdict: undelivered, validations: unevaluated(planned.step.validations ?? [], undelivered.detail) }
    : judgeStep(evidence, validations)
  const { verdict, captured, failures } = captureWhenPassed(planned, exchange, judged, setting)
  run.silence.heard(exchange.reply)
  state.record(planned, verdict, exchange)
  return {
    ...identity(planned, state),
    verdict,
    validations: [...judged.validations, ...failures],
    changes,
    captured,
    exchange,
    startedAt: exchange.startedAt,
    durationMs: exchange.durationMs,
  }
}

/** Captures happen only after the step passed; a path that does not resolve fails it after all. */
function captureWhenPassed(planned: PlannedStep, exchange: Exchange, { verdict }: Judged, { state, run }: StepSetting) {
  if (verdict.status !== 'passed') return { verdict, captured: [], failures: [] }
  const { values, failures } = capture(planned.step, exchange, run.ids)
  if (failures.length > 0) return { verdict: { status: 'failed' } as const, captured: [], failures }
  for (const [name, value] of values) state.context.set(name, value)
  return { verdict, captured: [...values.keys()], failures }
}

function identity(planned: PlannedStep, state: BoardState) {
  const { step, phase } = planned
  return {
    address: planned.address,
    storyboard: state.board.source.value.id,
    phase: phase.id,
    id: step.id,
    title: step.title ?? step.id,
    task: planned.task,
    line: planned.line,
    ...(step.doc_ref === undefined ? {} : { docRef: step.doc_ref }),
  }
}
