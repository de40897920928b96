import type { PhaseReport, RequestChange, RunReport, StepReport } from '../model/run-report.ts'
import { answered, sent } from './console-exchange.ts'
import type { Page } from './console-page.ts'
import { counted } from './counted.ts'
import { seconds } from './durations.ts'
import { failedValidations } from './report-steps.ts'
import { compactJson } from './terminal-safe.ts'

/** Every storyboard, phase and step on a line of its own; `verbose` adds what was sent and answered. */
export function storyboardTree({ storyboards }: RunReport, page: Page, verbose: boolean): string[] {
  return storyboards.flatMap((board) => [
    '',
    ...page.item(board.status, `${board.id}  ${board.title}`),
    ...board.phases.flatMap((phase) => phaseLines(phase, page, verbose)),
  ])
}

function phaseLines({ title, steps }: PhaseReport, page: Page, verbose: boolean): string[] {
  const stepLines = (step: StepReport) => [
    ...page.item(step.verdict.status, step.title + remarks(step), 4),
    ...(verbose ? details(step, page) : []),
  ]
  return [...page.line(title, 2, 'dim'), ...steps.flatMap(stepLines)]
}

function remarks(step: StepReport): string {
  const warnings = failedValidations(step, 'advisory').length
  const slow = step.durationMs >= 1000 ? `  ${seconds(step.durationMs)}` : ''
  return warnings === 0 ? slow : `  (${counted(warnings, 'warning')})${slow}`
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
