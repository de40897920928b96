import { Chalk, type ChalkInstance } from 'chalk'
import type { Status } from '../model/verdict.ts'
import { terminalSafe } from './terminal-safe.ts'
import { wrap } from './wrap.ts'

/** How the report is to look; known to whoever owns the terminal. */
export interface ConsoleOptions {
  /** Columns; Infinity never wraps. */
  readonly width: number
  readonly colour: boolean
  /** Requests and replies of all steps, not only of failed ones. */
  readonly verbose?: boolean
  /** Only what is wrong, and the verdict. */
  readonly quiet?: boolean
}

export type Style = 'plain' | 'bold' | 'dim' | 'good' | 'bad' | 'warn'

/** Lines for a terminal. Every text is made safe and wrapped here, before it is coloured. */
export interface Page {
  /** Text behind a mark, such as × for a failed step. */
  item(mark: Mark, text: string, indent?: number): string[]
  line(text: string, indent?: number, style?: Style): string[]
  /** `label     text`, wrapped lines under the text. */
  labelled(label: string, text: string, indent?: number): string[]
  heading(title: string, note?: string): string[]
}

/** A status, or `warning` for an advisory validation that failed. */
export type Mark = Status | 'warning'

export function createPage({ width, colour }: Pick<ConsoleOptions, 'width' | 'colour'>): Page {
  const paint = palette(new Chalk({ level: colour ? 1 : 0 }))

  function block(lead: { text: string; style: Style }, text: string, indent: number, style: Style): string[] {
    const room = Math.max(width - indent - lead.text.length, narrowest)
    const margin = ' '.repeat(indent)
    return wrap(terminalSafe(text, longest), room).map((line, i) => {
      const start = i === 0 ? paint[lead.style](lead.text) : ' '.repeat(lead.text.length)
      return (margin + start + paint[style](line)).trimEnd()
    })
  }

  return {
    item: (mark, text, indent = 0) =>
      block({ text: `${marks[mark].sign} `, style: marks[mark].style }, text, indent, 'plain'),
    line: (text, indent = 0, style = 'plain') => block({ text: '', style }, text, indent, style),
    labelled: (label, text, indent = 0) => block({ text: label.padEnd(10), style: 'dim' }, text, indent, 'plain'),
    heading: (title, note = '') => [
      '',
      ...block({ text: note ? `${title}  ` : title, style: 'bold' }, note, 0, 'dim'),
      '',
    ],
  }
}

const narrowest = 20
/** Even a verbose reply fits on a screen. */
const longest = 4000

const marks = {
  passed: { sign: '✓', style: 'good' },
  failed: { sign: '×', style: 'bad' },
  errored: { sign: '!', style: 'bad' },
  blocked: { sign: '·', style: 'warn' },
  not_applicable: { sign: '–', style: 'dim' },
  warning: { sign: '~', style: 'warn' },
} as const satisfies Record<Mark, { sign: string; style: Style }>

function palette(chalk: ChalkInstance): Record<Style, (text: string) => string> {
  return {
    plain: (text) => text,
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    warn: (text) => chalk.yellow(text),
  }
}
