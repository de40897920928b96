import { unevaluated } from '../judge/judge-step.ts'
import type { Decided, PlannedStep } from '../model/plan.ts'
import type { StepReport } from '../model/run-report.ts'
import type { BlockedReason, NotApplicableReason } from '../model/verdict.ts'
import { identityOf } from './step-identity.ts'
import type { StepSetting } from './step-setting.ts'

/** The report of a step that was not sent, and why its validations say nothing. */
export function notSent(
  planned: PlannedStep,
  { state, run }: StepSetting,
  { verdict, validations }: Decided,
): StepReport {
  state.record(planned, verdict, undefined)
  const why = 'detail' in verdict ? verdict.detail : 'the step was not sent'
  const cause = verdict.status === 'blocked' ? verdict.reason : 'no_reply'
  return {
    ...identityOf(planned, state),
    verdict,
    validations: [...validations, ...unevaluated(planned.step.validations ?? [], cause, why)],
    changes: [],
    captured: [],
    startedAt: new Date(run.clock.now()).toISOString(),
    durationMs: 0,
  }
}

export function blocked(reason: BlockedReason, detail: string): Decided {
  return { verdict: { status: 'blocked', reason, detail }, validations: [] }
}

export function notApplicable(reason: NotApplicableReason, detail: string): Decided {
  return { verdict: { status: 'not_applicable', reason, detail }, validations: [] }
}
