import { AuthoringDefect } from '../errors.ts'
import type { Exchange, Transport } from '../model/exchange.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { StepVerdict, ValidationResult } from '../model/verdict.ts'
import { type Captured, capture } from './capture.ts'
import { awaitCompletion, type Completion, completionPrefix, needsCompletion } from './completion.ts'
import { blocked } from './not-sent.ts'
import { offerOf } from './offer-of.ts'
import type { StepSetting } from './step-setting.ts'
import { unnamedCaptures } from './unnamed-captures.ts'

export interface Taken {
  readonly verdict: StepVerdict
  /** The names that were captured. */
  readonly captured: readonly string[]
  readonly failures: readonly ValidationResult[]
  readonly polls: readonly Exchange[]
}

interface Answered {
  readonly exchange: Exchange
  readonly verdict: StepVerdict
  readonly line: Transport | undefined
}

/** Captures happen only after the step passed; a path that does not resolve fails it after all. */
export async function captureStep(planned: PlannedStep, setting: StepSetting, answered: Answered): Promise<Taken> {
  const { verdict, exchange, line } = answered
  const idle = { captured: [], failures: [], polls: [] }
  if (verdict.status !== 'passed') return { ...idle, verdict }
  const waiting = needsCompletion(planned.step) && exchange.reply.kind === 'task' && !exchange.reply.error
  const awaited = waiting ? await awaitCompletion(exchange, line, setting.run) : undefined
  const polls = awaited?.polls ?? []
  if (awaited && awaited.completion.status !== 'completed')
    return { ...idle, polls, verdict: { status: 'failed' }, failures: [notCompleted(awaited.completion)] }
  const chosen = offerOf(planned, exchange, setting)
  if (chosen && 'verdict' in chosen) return { ...idle, polls, verdict: chosen.verdict }
  const completion = awaited?.completion.status === 'completed' ? awaited.completion.payload : undefined
  const beside = { ...(completion && { completion }), ...(chosen && { offer: chosen.offer }) }
  const captured = captureOrDefect(() => capture(planned.step, exchange, beside))
  if ('status' in captured) return { ...idle, polls, verdict: captured }
  const { values, failures } = captured
  if (failures.length > 0) return { ...idle, polls, verdict: { status: 'failed' }, failures }
  const all = new Map([...unnamedCaptures(planned, exchange, setting.state.board), ...values])
  for (const [name, value] of all) setting.state.context.set(name, value)
  return { verdict, captured: [...all.keys()], failures, polls }
}

function captureOrDefect(read: () => Captured): Captured | StepVerdict {
  try {
    return read()
  } catch (error) {
    if (error instanceof AuthoringDefect) return blocked('authoring_defect', error.message).verdict
    throw error
  }
}

function notCompleted({ status, words }: Exclude<Completion, { status: 'completed' }>): ValidationResult {
  return {
    check: status === 'timeout' ? 'capture_poll_timeout' : 'capture_task_failed',
    description: 'The task that the agent took on comes to a result, which later steps need',
    severity: 'required',
    requirements: [],
    path: completionPrefix.slice(0, -1),
    outcome: { status: 'failed', message: words, pointer: null, expected: 'completed', actual: status },
  }
}
