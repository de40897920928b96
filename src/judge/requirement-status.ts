import type { FailedValidation, RequirementReport } from '../model/run-report.ts'
import { unblock } from '../model/unblock.ts'
import type { ValidationResult } from '../model/verdict.ts'
import type { Grading } from './gradings.ts'

/** How a requirement stands, and what that rests on. */
type Standing = Pick<
  RequirementReport,
  'status' | 'reason' | 'unblock' | 'decidedBy' | 'violation' | 'violatedIn' | 'evidence'
>

/** From the validations that decide it, in the order of the run. */
export function statusOf(gradings: readonly Grading[], id: string): Standing {
  if (gradings.length === 0) return ungraded(id)
  const live = gradings.filter(({ step }) => step.verdict.status !== 'not_applicable')
  return violated(gradings) ?? notApplicable(gradings, live) ?? open(live) ?? held(live, id)
}

function ungraded(id: string): Standing {
  return {
    status: 'not_exercised',
    reason: 'no storyboard of this run grades it',
    unblock: `run a storyboard that grades it; \`explain ${id}\` names them`,
  }
}

function violated(gradings: readonly Grading[]): Standing | undefined {
  const failed = gradings.flatMap(({ step, validation }) => (isFailed(validation) ? [{ step, validation }] : []))
  const [first] = failed
  if (!first) return undefined
  return {
    status: 'violated',
    reason: first.validation.outcome.message,
    decidedBy: first.step.address,
    violation: first.validation,
    violatedIn: [...new Set(failed.map(({ step }) => step.address))],
  }
}

function notApplicable(gradings: readonly Grading[], live: readonly Grading[]): Standing | undefined {
  const step = gradings[0]?.step
  if (live.length > 0 || step?.verdict.status !== 'not_applicable') return undefined
  const { detail, evidence } = step.verdict
  return { status: 'not_applicable', reason: detail, decidedBy: step.address, ...(evidence ? { evidence } : {}) }
}

function open(live: readonly Grading[]): Standing | undefined {
  const first = live.find(({ validation }) => ['blocked', 'errored'].includes(validation.outcome.status))
  if (!first) return undefined
  return { status: 'not_exercised', decidedBy: first.step.address, ...whyOpen(first) }
}

/** What blocked a whole step says more than what that did to one validation. */
function whyOpen({ step: { verdict }, validation: { outcome } }: Grading): Pick<Standing, 'reason' | 'unblock'> {
  if (outcome.status === 'errored') return { reason: outcome.message, unblock: ourFault }
  if (verdict.status === 'blocked') return { reason: verdict.detail, unblock: unblock[verdict.reason] }
  return outcome.status === 'blocked' ? { reason: outcome.reason, unblock: unblock[outcome.cause] } : {}
}

const ourFault = 'report the fault to whoever maintains this tool or the storyboard'

function held(live: readonly Grading[], id: string): Standing {
  if (live.some(({ validation }) => validation.outcome.status === 'passed')) return { status: 'satisfied' }
  const [first] = live
  const note = first?.validation.outcome.status === 'not_applicable' ? `: ${first.validation.outcome.note}` : ''
  return {
    status: 'not_exercised',
    reason: `no validation that names it applied to what the agent answered${note}`,
    unblock: `answer so that the rule comes into play; \`explain ${id}\` shows what its steps ask for`,
    ...(first ? { decidedBy: first.step.address } : {}),
  }
}

function isFailed(validation: ValidationResult): validation is FailedValidation {
  return validation.outcome.status === 'failed'
}
