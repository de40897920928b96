import { readPath } from '../json/path.ts'
import type { Check, Evidence } from '../model/check.ts'
import { evidenceOfStep } from './earlier-step.ts'
import { type ErrorClass, errorClasses } from './error-classes.ts'
import { govErrorClass } from './gov-error-class.ts'
import { govFindings } from './gov-findings.ts'

interface Params {
  readonly checked_by: string
  readonly class: ErrorClass
}

/** For demands that the specification states twice: refuse the change, or take it and say so on the next check. */
export const govErrorOrFinding: Check<'gov_error_or_finding', Params> = {
  kind: 'gov_error_or_finding',
  summary: 'The earlier step was refused with an error of the class, or this reply carries a finding.',
  params: {
    type: 'object',
    required: ['checked_by', 'class'],
    properties: { checked_by: { type: 'string', minLength: 1 }, class: { enum: Object.keys(errorClasses) } },
  },
  evaluate({ checked_by, class: wanted }, evidence) {
    if (wasRefused(wanted, evidenceOfStep(checked_by, evidence)))
      return { status: 'passed', note: `${checked_by} was refused` }
    if (evidence.reply.kind === 'task' && evidence.reply.interim && !evidence.reply.error)
      return { status: 'not_applicable', note: 'the check is not decided yet, and its findings come with the decision' }
    const found = govFindings.evaluate({}, evidence)
    if (found.status !== 'failed') return found
    return { ...found, message: `${checked_by} was accepted, and then there are ${found.message}` }
  },
}

/** sync_plans may also report the refusal of a plan in that plan's own status. */
function wasRefused(wanted: ErrorClass, earlier: Evidence): boolean {
  return (
    govErrorClass.evaluate({ class: wanted }, earlier).status === 'passed' ||
    readPath(earlier.payload, 'plans[0].status') === 'error'
  )
}
