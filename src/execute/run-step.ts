import { AgentUnavailable, AuthoringDefect } from '../errors.ts'
import { type Judged, judgeFound, judgeStep, unevaluated } from '../judge/judge-step.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Decided, PlannedStep } from '../model/plan.ts'
import type { RequestChange, StepReport } from '../model/run-report.ts'
import type { Step } from '../model/storyboard.ts'
import type { BlockedReason, StepVerdict } from '../model/verdict.ts'
import { buildRequest } from '../request/build-request.ts'
import type { BoardState } from './board-state.ts'
import { type Captured, capture } from './capture.ts'
import { evidenceOf, responseSchemaOf } from './evidence.ts'
import { keptExchange, keptValidation } from './kept-exchange.ts'
import { findPseudoTask } from './pseudo/index.ts'
import type { Performed } from './pseudo/pseudo-task.ts'
import { publishedKeysFor } from './published-keys.ts'
import type { RunContext } from './run-context.ts'
import type { StepSetting } from './step-setting.ts'
import { stopReason } from './stop-reason.ts'
import { isSessionLost, undeliveredVerdict } from './undelivered.ts'
import { readyValidation } from './validations.ts'

/** Sends one step and grades the reply; or says why it was not sent. */
export async function runStep(planned: PlannedStep, setting: StepSetting): Promise<StepReport> {
  const held = planned.decided ?? holdBack(planned, setting)
  if (held) return notSent(planned, setting, held)
  try {
    const pseudo = findPseudoTask(planned.task)
    return pseudo ? performed(planned, setting, await pseudo.perform(planned, setting)) : await send(planned, setting)
  } catch (error) {
    if (error instanceof AgentUnavailable)
      return notSent(planned, setting, blocked('no_reply', `the agent could not be reached any more: ${error.message}`))
    if (error instanceof AuthoringDefect) return notSent(planned, setting, blocked('authoring_defect', error.message))
    throw error
  }
}

async function send(planned: PlannedStep, setting: StepSetting): Promise<StepReport> {
  const { run, state } = setting
  const rules = { dateShift: setting.dateShift, now: run.clock.now(), schemas: run.schemas.task(planned.task) }
  const built = buildRequest(planned.step, state.scope(), rules)
  if (built.status === 'blocked') return notSent(planned, setting, blocked('unresolved_substitution', built.detail))
  await run.pause()
  const line = await setting.lines.as(principalOf(planned.step, run))
  const exchange = await line.call({ task: planned.task, arguments: built.payload })
  if (isSessionLost(exchange)) setting.lines.forget(principalOf(planned.step, run))
  return graded(planned, setting, exchange, built.changes)
}

/** A step that is no AdCP task: what it found, and its authored validations over what it saw. */
async function performed(planned: PlannedStep, setting: StepSetting, result: Performed): Promise<StepReport> {
  const { state, run } = setting
  if (result.kind === 'decided') return notSent(planned, setting, result.decided)
  const { exchange, found } = result
  const evidence = exchange && evidenceOf(planned, exchange, setting, undefined)
  const authored = (planned.step.validations ?? []).map((validation) => readyValidation(validation, state.scope(), []))
  const { verdict, validations } = judgeFound(found, evidence, authored)
  state.record(planned, verdict, exchange)
  return {
    ...identity(planned, state),
    verdict,
    validations: validations.map(keptValidation),
    changes: [],
    captured: [],
    ...(exchange && { exchange: keptExchange(exchange) }),
    startedAt: exchange?.startedAt ?? new Date(run.clock.now()).toISOString(),
    durationMs: exchange?.durationMs ?? 0,
  }
}

function holdBack(planned: PlannedStep, { run, state }: StepSetting): Decided | undefined {
  if (run.signal.aborted) return blocked(...stopReason(run.signal))
  const owner = planned.step.gov_only_as
  if (owner !== undefined && !run.principals.has(owner))
    return blocked(
      'missing_principal',
      `only the ${owner} can send it: give those credentials with --principal ${owner}=ENVVAR`,
    )
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
  const wanted = step.gov_only_as ?? step.gov_as
  return wanted !== undefined && run.principals.has(wanted) ? wanted : 'default'
}

function notSent(planned: PlannedStep, { state, run }: StepSetting, { verdict, validations }: Decided): StepReport {
  state.record(planned, verdict, undefined)
  const why = 'detail' in verdict ? verdict.detail : 'the step was not sent'
  const cause = verdict.status === 'blocked' ? verdict.reason : 'no_reply'
  const results = [...validations, ...unevaluated(planned.step.validations ?? [], cause, why)]
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
  const keys = await publishedKeysFor(planned, exchange, setting)
  const evidence = evidenceOf(planned, exchange, setting, await responseSchemaOf(planned, run), keys)
  const undelivered = undeliveredVerdict(planned, exchange, run)
  const validations = (planned.step.validations ?? []).map((validation) =>
    readyValidation(validation, state.scope(), changes),
  )
  const judged = undelivered
    ? {
        verdict: undelivered,
        validations: unevaluated(planned.step.validations ?? [], undelivered.reason, undelivered.detail),
      }
    : judgeStep(evidence, validations)
  const { verdict, captured, failures } = captureWhenPassed(planned, exchange, judged, setting)
  run.silence.heard(exchange.reply)
  const kept = keptExchange(exchange)
  state.record(planned, verdict, kept)
  return {
    ...identity(planned, state),
    verdict,
    validations: [...judged.validations, ...failures].map(keptValidation),
    changes,
    captured,
    exchange: kept,
    startedAt: exchange.startedAt,
    durationMs: exchange.durationMs,
  }
}

/** Captures happen only after the step passed; a path that does not resolve fails it after all. */
function captureWhenPassed(planned: PlannedStep, exchange: Exchange, { verdict }: Judged, { state, run }: StepSetting) {
  if (verdict.status !== 'passed') return { verdict, captured: [], failures: [] }
  const captured = captureOrDefect(planned, exchange, run)
  if ('status' in captured) return { verdict: captured, captured: [], failures: [] }
  const { values, failures } = captured
  if (failures.length > 0) return { verdict: { status: 'failed' } as const, captured: [], failures }
  for (const [name, value] of values) state.context.set(name, value)
  return { verdict, captured: [...values.keys()], failures }
}

function captureOrDefect({ step }: PlannedStep, exchange: Exchange, run: RunContext): Captured | StepVerdict {
  try {
    return capture(step, exchange, run.ids)
  } catch (error) {
    if (error instanceof AuthoringDefect) return blocked('authoring_defect', error.message).verdict
    throw error
  }
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
