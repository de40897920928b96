import type { RunReport, StepReport } from '../../model/run-report.ts'
import { failedValidations, locatedSteps } from '../report-steps.ts'
import { details, plain, whyNot } from './step-words.ts'

/** TAP 14: a point for each step, and a last one that holds only when the run is conformant. */
export function tapReport(report: RunReport): string {
  const steps = locatedSteps(report)
  const points = steps.flatMap(({ step, file }, i) => pointOf(step, i + 1, file))
  const { status, reason } = report.verdict
  const last = steps.length + 1
  return [
    'TAP version 14',
    `1..${last}`,
    ...points,
    `${status === 'conformant' ? 'ok' : 'not ok'} ${last} - ${described(`verdict ${status}: ${reason}`)}`,
    '',
  ].join('\n')
}

function pointOf(step: StepReport, number: number, file: string): readonly string[] {
  const { status } = step.verdict
  const held = status !== 'failed' && status !== 'errored'
  const skipped = status === 'blocked' || status === 'not_applicable'
  const directive = skipped ? ` # SKIP ${described(`${status}: ${whyNot(step)}`)}` : ''
  const head = `${held ? 'ok' : 'not ok'} ${number} - ${described(`${step.address} ${step.title}`)}${directive}`
  return status === 'failed' || status === 'errored' ? [head, ...diagnostics(step, file)] : [head]
}

/** A YAML block in flow style: JSON strings are YAML. */
function diagnostics(step: StepReport, file: string): readonly string[] {
  const found = failedValidations(step, 'required').flatMap(details)
  return [
    '  ---',
    `  message: ${JSON.stringify(whyNot(step))}`,
    `  at: ${JSON.stringify(plain(`${file}:${step.line}`))}`,
    `  found: ${JSON.stringify(found)}`,
    '  ...',
  ]
}

/** A `#` would begin a directive. */
function described(text: string): string {
  return plain(text).replace(/[\\#]/g, '\\$&')
}
