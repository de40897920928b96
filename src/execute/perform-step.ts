import { judgeFound } from '../judge/judge-step.ts'
import type { Exchange } from '../model/exchange.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { StepReport } from '../model/run-report.ts'
import { evidenceOf } from './evidence.ts'
import { keptExchange, keptValidation } from './kept-exchange.ts'
import { notSent } from './not-sent.ts'
import type { Performed } from './pseudo/pseudo-task.ts'
import { identityOf } from './step-identity.ts'
import type { StepSetting } from './step-setting.ts'
import { readyValidations } from './validations.ts'

/** The report of a step that is no AdCP task: what it found, and its authored validations over what it saw. */
export function performStep(planned: PlannedStep, setting: StepSetting, result: Performed): StepReport {
  const { state, run } = setting
  if (result.kind === 'decided') return notSent(planned, setting, result.decided)
  const { exchange, found, deliveries, siblings } = result
  const seen = exchange ?? (result.looksAt === 'storyboard' ? nothingSent(planned, run.clock.now()) : undefined)
  const evidence = seen && evidenceOf(planned, seen, setting, siblings ? { siblings } : {})
  const judged = judgeFound(found, evidence, readyValidations(planned, setting, []))
  const { verdict, validations } = run.settle?.(planned.address, judged) ?? judged
  state.record(planned, verdict, exchange)
  return {
    ...identityOf(planned, state),
    verdict,
    validations: validations.map(keptValidation),
    changes: [],
    captured: [],
    ...(exchange && { exchange: keptExchange(exchange) }),
    ...(siblings && siblings.length > 1 && { alsoSent: siblings.filter((one) => one !== exchange).map(keptExchange) }),
    ...(deliveries && { deliveries }),
    startedAt: exchange?.startedAt ?? new Date(run.clock.now()).toISOString(),
    durationMs: exchange?.durationMs ?? 0,
  }
}

/** What stands in for a reply where checks look only at what the storyboard has come to. It is in no report. */
function nothingSent({ task }: PlannedStep, now: number): Exchange {
  return {
    request: { transport: 'http', operation: task, url: '', payload: {} },
    reply: { kind: 'unreachable', cause: 'not_protocol', message: 'the step sends nothing' },
    startedAt: new Date(now).toISOString(),
    durationMs: 0,
    http: [],
  }
}
