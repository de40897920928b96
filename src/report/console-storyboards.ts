import type { PhaseReport, RequestChange, RunReport, StepReport, StoryboardReport } from '../model/run-report.ts'
import { answered, sent } from './console-exchange.ts'
import type { Page } from './console-page.ts'
import { counted } from './counted.ts'
import { seconds } from './durations.ts'
import { failedValidations } from './report-steps.ts'
import { inWords } from './requirement-words.ts'
import { compactJson } from './terminal-safe.ts'

/**
 * Every storyboard. One whose steps came out alike is a line; of the others, so is each such phase.
 * `verbose` shows every step, with what was sent and answered.
 */
export function storyboardTree({ storyboards }: RunReport, page: Page, verbose: boolean): string[] {
  if (storyboards.length === 0) return []
  const lines = storyboards.flatMap((board, i) => [
    ...(i > 0 && (verbose || !isAlike(board) || !isAlike(storyboards[i - 1])) ? [''] : []),
    ...boardLines(board, page, verbose),
  ])
  return [...page.heading('STORYBOARDS', String(storyboards.length)), ...lines]
}

function boardLines(board: StoryboardReport, page: Page, verbose: boolean): string[] {
  const head = `${board.id}  ${board.title}`
  if (!verbose && isAlike(board)) return page.item(board.status, `${head}  ${alike(stepsOf(board))}`)
  return [...page.item(board.status, head), ...board.phases.flatMap((phase) => phaseLines(phase, page, verbose))]
}

function phaseLines({ title, status, steps }: PhaseReport, page: Page, verbose: boolean): string[] {
  if (!verbose && status === 'passed' && areAlike(steps)) return page.item(status, `${title}  ${alike(steps)}`, 2)
  const stepLines = (step: StepReport) => [
    ...page.item(step.verdict.status, step.title + remarks(step), 4),
    ...(verbose ? details(step, page) : []),
  ]
  return [...page.line(title, 2, 'dim'), ...steps.flatMap(stepLines)]
}

function isAlike(board: StoryboardReport | undefined): boolean {
  return board === undefined || areAlike(stepsOf(board))
}

/** Passed where they apply, or all blocked for the same reason; failures and warnings are always told one by one. */
function areAlike(steps: readonly StepReport[]): boolean {
  if (steps.some((step) => failedValidations(step, 'advisory').length > 0)) return false
  if (steps.every(({ verdict: { status } }) => status === 'passed' || status === 'not_applicable')) return true
  return (
    steps[0]?.verdict.status === 'blocked' && new Set(steps.map(({ verdict }) => JSON.stringify(verdict))).size === 1
  )
}

function alike(steps: readonly StepReport[]): string {
  const statuses = steps.map(({ verdict: { status } }) => status)
  const others = statuses.filter((status) => status !== 'passed')
  const count = others.length === steps.length ? 'all' : String(others.length)
  const what = others[0] === undefined ? '' : `, ${count} ${inWords(others[0])}`
  return `(${counted(steps.length, 'step')}${what})${slowness(steps)}`
}

function stepsOf({ phases }: StoryboardReport): readonly StepReport[] {
  return phases.flatMap(({ steps }) => steps)
}

function remarks(step: StepReport): string {
  const warnings = failedValidations(step, 'advisory').length
  const notes = [...(step.optional ? ['optional'] : []), ...(warnings === 0 ? [] : [counted(warnings, 'warning')])]
  return (notes.length === 0 ? '' : `  (${notes.join(', ')})`) + slowness([step])
}

function slowness(steps: readonly StepReport[]): string {
  const ms = steps.reduce((sum, { durationMs }) => sum + durationMs, 0)
  return ms >= 1000 ? `  ${seconds(ms)}` : ''
}

function details(step: StepReport, page: Page): string[] {
  const { exchange } = step
  if (!exchange) return []
  return [
    ...page.labelled('sent', sent(exchange, 2000), 6),
    ...step.changes.flatMap((change) => page.labelled('changed', changeInWords(change), 6)),
    ...page.labelled('answered', answered(exchange, 2000), 6),
  ]
}

function changeInWords({ pointer, kind, from, to, why }: RequestChange): string {
  const was = from === undefined ? '' : ` from ${compactJson(from, 80)}`
  return `${pointer} ${kind}${was} to ${compactJson(to, 80)}: ${why}`
}
