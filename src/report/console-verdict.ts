import type { RunReport } from '../model/run-report.ts'
import type { RunStatus, Status } from '../model/verdict.ts'
import { scopeName } from './console-header.ts'
import type { Page, Style } from './console-page.ts'
import { counted } from './counted.ts'
import { seconds } from './durations.ts'
import { inWords, requirementsInWords } from './requirement-words.ts'
import { verdictExitCode } from './verdict-exit-code.ts'

/** The last lines: the verdict, on what, in numbers; why; and the exit code it stands for. */
export function verdictLines(report: RunReport, page: Page): string[] {
  const { verdict } = report
  const ended = verdict.stopped === undefined ? '' : `, ended by ${verdict.stopped}`
  return [
    '',
    ...page.line(verdictLine(report), 0, styles[verdict.status]),
    ...page.line(verdict.reason),
    ...page.line(`exit ${verdictExitCode(verdict)}${ended}`, 0, 'dim'),
  ]
}

function verdictLine({ verdict, scope, counts, durationMs, storyboards }: RunReport): string {
  const what = `${verdict.status.toUpperCase()}  ${scopeName(scope)}`
  if (storyboards.length === 0) return what
  const calls = `${counted(counts.calls, 'call')} in ${seconds(durationMs)}`
  const requirements = requirementsInWords(counts.requirements)
  return `${what}  ${[...requirements, stepsInWords(counts.steps), calls].join(' · ')}`
}

function stepsInWords(counts: Readonly<Record<Status, number>>): string {
  const order = ['passed', 'failed', 'blocked', 'errored', 'not_applicable'] as const
  const total = order.reduce((sum, status) => sum + counts[status], 0)
  const parts = order.filter((status) => counts[status] > 0).map((status) => `${counts[status]} ${inWords(status)}`)
  return `${counted(total, 'step')}: ${parts.join(' ') || 'none'}`
}

const styles = {
  conformant: 'good',
  nonconformant: 'bad',
  incomplete: 'warn',
  error: 'bad',
  unreachable: 'bad',
} as const satisfies Record<RunStatus, Style>
