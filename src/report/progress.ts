import type { RunEvent } from '../model/run-event.ts'
import type { StepReport } from '../model/run-report.ts'
import { type ConsoleOptions, createPage, type Page } from './console-page.ts'
import { counted } from './counted.ts'
import { failedValidations } from './report-steps.ts'
import { skipWords } from './skip-words.ts'
import { terminalSafe } from './terminal-safe.ts'
import { firstColumns } from './wrap.ts'

export interface ProgressOptions extends Pick<ConsoleOptions, 'width' | 'colour'> {
  write(text: string): void
  /** On a terminal one line is rewritten in place; otherwise what is told is a line that stays. */
  readonly live: boolean
  /** Without a terminal: also each step that passed. */
  readonly verbose?: boolean
}

export interface Progress {
  show(event: RunEvent): void
  /** Leaves no half-drawn line behind; safe to call twice. */
  end(): void
}

/** Tells what happens while a run goes on. */
export function createProgress(options: ProgressOptions): Progress {
  return options.live ? liveProgress(options) : plainProgress(options)
}

function plainProgress({ write, verbose = false }: ProgressOptions): Progress {
  const told = new Set<string>()
  return {
    show(event) {
      const line = plainLine(event)
      if (line !== undefined && (verbose || (isWorthALine(event) && isNews(event, told))))
        write(`${terminalSafe(line, 500)}\n`)
    },
    end() {},
  }
}

/** A log of a build server has room for each storyboard, and for the steps that did not come out as they should. */
function isWorthALine(event: RunEvent): boolean {
  if (event.kind === 'storyboard_finished') return event.storyboard.status !== 'passed'
  if (event.kind !== 'step_finished') return true
  const { status } = event.step.verdict
  return status === 'failed' || status === 'errored' || status === 'blocked'
}

/** One cause may block hundreds of steps: it is told once, and each storyboard still says that it is blocked. */
function isNews(event: RunEvent, told: Set<string>): boolean {
  if (event.kind !== 'step_finished' || event.step.verdict.status !== 'blocked') return true
  const { detail } = event.step.verdict
  if (told.has(detail)) return false
  told.add(detail)
  return true
}

/** A step is told when it is finished: one line says all. */
function plainLine(event: RunEvent): string | undefined {
  switch (event.kind) {
    case 'contacting':
      return `contacting ${event.url}`
    case 'run_started':
      return `running ${counted(event.storyboards, 'storyboard')}, ${counted(event.steps, 'step')}`
    case 'storyboard_started':
      return `storyboard ${event.id}: ${event.title}`
    case 'step_started':
      return undefined
    case 'step_finished':
      return `${event.step.verdict.status} ${event.step.address} (${Math.round(event.step.durationMs)} ms)${why(event.step)}`
    case 'storyboard_finished':
      return `${event.storyboard.status} ${event.storyboard.id}`
    case 'run_finished':
      return `${event.report.verdict.status}: ${event.report.verdict.reason}`
    default:
      return event satisfies never
  }
}

function why(step: StepReport): string {
  if ('detail' in step.verdict) return `: ${skipWords(step.verdict)}`
  const [first] = failedValidations(step, 'required')
  return first ? `: ${first.outcome.message}` : ''
}

function liveProgress(options: ProgressOptions): Progress {
  const page = createPage(options)
  const line = rewrittenLine(options)
  let done = 0
  let total = 0
  return {
    show(event) {
      line.clear()
      if (event.kind === 'run_started') total = event.steps
      if (event.kind === 'step_finished') done += 1
      for (const kept of keptLines(event, page)) options.write(`${kept}\n`)
      line.draw(nowDoing(event, `${done + 1}/${total}`))
    },
    end: () => line.clear(),
  }
}

/** What stays on the screen: each storyboard when it is over, each step that went wrong. */
function keptLines(event: RunEvent, page: Page): string[] {
  if (event.kind === 'storyboard_finished')
    return page.item(event.storyboard.status, `${event.storyboard.id}  ${event.storyboard.title}`)
  if (event.kind !== 'step_finished') return []
  const { status } = event.step.verdict
  const wrong = status === 'failed' || status === 'errored'
  return wrong ? page.item(status, `${event.step.address}${why(event.step)}`, 2) : []
}

function nowDoing(event: RunEvent, position: string): string {
  if (event.kind === 'contacting') return `contacting ${event.url}`
  return event.kind === 'step_started' ? `${position}  ${event.address}  ${event.task}` : ''
}

/** One line at the bottom that is drawn over and never wraps, so that clearing it leaves nothing. */
function rewrittenLine({ write, width }: ProgressOptions) {
  let drawn = false
  return {
    draw(text: string) {
      if (text === '') return
      write(firstColumns(terminalSafe(text, 500), width - 1))
      drawn = true
    },
    clear() {
      if (drawn) write('\r\u001b[2K')
      drawn = false
    },
  }
}
