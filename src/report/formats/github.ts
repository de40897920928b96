import type { RunReport } from '../../model/run-report.ts'
import { failedValidations, type LocatedStep, locatedSteps } from '../report-steps.ts'
import { markdownReport } from './markdown.ts'
import { details, plain, whyNot } from './step-words.ts'

/** Bytes that GitHub takes as the summary of one step. */
const summaryLimit = 1024 * 1024
/** GitHub shows ten errors and ten warnings of a step. */
const shown = 10

/** Markdown for $GITHUB_STEP_SUMMARY, cut to what GitHub takes. */
export function githubSummary(report: RunReport): string {
  return markdownReport(report, { limit: summaryLimit / 4 })
}

/** Workflow commands that put failures and warnings at their lines in the storyboards; what is left out is said in a notice. */
export function githubAnnotations(report: RunReport): string {
  const steps = locatedSteps(report)
  const errors = steps.filter(({ step }) => ['failed', 'errored'].includes(step.verdict.status)).map(errorAt)
  const warnings = steps.flatMap(warningsAt)
  const { status, reason } = report.verdict
  const kind = status === 'conformant' ? 'notice' : 'error'
  return [
    command(kind, { title: `AdCP governance: ${status}` }, plain(reason)),
    ...errors.slice(0, shown - 1),
    ...warnings.slice(0, shown),
    ...leftOut(errors.length - (shown - 1), 'failed steps'),
    ...leftOut(warnings.length - shown, 'warnings'),
    '',
  ].join('\n')
}

function errorAt({ step, file }: LocatedStep): string {
  const found = failedValidations(step, 'required').flatMap(details)
  const place = { file: plain(file), line: String(step.line), title: plain(step.address) }
  return command('error', place, found.length > 0 ? found.join('\n') : whyNot(step))
}

function warningsAt({ step, file }: LocatedStep): readonly string[] {
  const place = { file: plain(file), line: String(step.line), title: plain(step.address) }
  return failedValidations(step, 'advisory').map((validation) =>
    command('warning', place, details(validation).join('\n')),
  )
}

function leftOut(count: number, what: string): readonly string[] {
  return count > 0 ? [command('notice', { title: 'left out' }, `${count} more ${what} are in the full report`)] : []
}

/** The escapes of the workflow command syntax: a value of a stranger can neither end the command nor begin another. */
function command(kind: 'error' | 'warning' | 'notice', properties: Readonly<Record<string, string>>, data: string) {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`)
  return `::${kind} ${list.join(',')}::${escaped(data)}`
}

function escaped(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(value: string): string {
  return escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
