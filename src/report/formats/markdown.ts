import type { BlockContent, PhrasingContent, Root, TableRow } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { type Options as ToMarkdownExtension, toMarkdown } from 'mdast-util-to-markdown'
import type { RequirementReport, RunReport, RunScope } from '../../model/run-report.ts'
import { failedValidations, type LocatedStep, locatedSteps, placeOf } from '../report-steps.ts'
import { requirementsInWords } from '../requirement-words.ts'
import { webAddress } from '../web-address.ts'
import { details, plain, whyNot } from './step-words.ts'

export interface MarkdownOptions {
  /** Characters; what does not fit is left out, and the last line says how much. No limit when absent. */
  readonly limit?: number
}

/** Markdown (GitHub's tables): the verdict first, then what is violated, what was not exercised, the warnings, and the scope. */
export function markdownReport(report: RunReport, { limit = Number.POSITIVE_INFINITY }: MarkdownOptions = {}): string {
  const head = written(headOf(report))
  const sections = [...violations(report), ...openRequirements(report), ...failedSteps(report), ...warnings(report)]
  return fitted(head, sections.map(written), limit)
}

/** Sections are kept whole, in their order, for as long as they fit. */
function fitted(head: string, sections: readonly string[], limit: number): string {
  const kept: string[] = [head]
  const reserve = 120
  let length = head.length + reserve
  for (const section of sections) {
    length += section.length + 1
    if (length > limit) break
    kept.push(section)
  }
  const left = sections.length + 1 - kept.length
  const note = left > 0 ? [written([paragraph(text(`${left} more items were left out to keep this short.`))])] : []
  return [...kept, ...note].join('\n')
}

function written(children: readonly BlockContent[] | Root['children']): string {
  const extensions = [gfmTableToMarkdown(), noBareAddresses]
  return toMarkdown({ type: 'root', children: [...children] }, { extensions, bullet: '-' })
}

/** GitHub makes links of addresses that stand in plain words; the words are a stranger's, and so would the links be. */
const noBareAddresses: ToMarkdownExtension = {
  unsafe: [
    { character: ':', before: '[ps]', after: '\\/' },
    { character: '.', before: '[Ww]', after: '[\\-.\\w]' },
    { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]' },
  ].map((pattern) => ({ ...pattern, inConstruct: 'phrasing', notInConstruct: ['autolink', 'link'] })),
}

function headOf(report: RunReport): BlockContent[] {
  const { verdict, counts, selfTest } = report
  const stamp = selfTest
    ? `${selfTest.killed} of ${selfTest.faults} faults caught at AdCP ${selfTest.adcp}, digest ${selfTest.digest.slice(0, 16)}`
    : 'none'
  return [
    heading(2, `AdCP governance: ${verdict.status}`),
    paragraph(text(plain(verdict.reason))),
    table(
      ['', ''],
      [
        ['agent', plain(report.target.url)],
        ['scope', scopeInWords(report.scope)],
        ['AdCP', `${report.adcp.line} (schemas ${report.adcp.release}), over ${report.target.protocol.toUpperCase()}`],
        ['requirements', requirementsInWords(counts.requirements).join('; ') || 'none named'],
        ['steps', countsInWords(counts.steps)],
        ['run', `${plain(report.runId)}, ${report.startedAt}, ${(report.durationMs / 1000).toFixed(1)} s`],
        ['tool', `${report.tool.name} ${report.tool.version}; self-test: ${stamp}`],
      ],
    ),
  ]
}

function scopeInWords(scope: RunScope): string {
  if (scope.kind === 'selection') return plain(`storyboards ${scope.storyboards.join(', ')}`)
  return `${plain(scope.id)} (digest ${scope.digest.replace(/^sha256:/, '').slice(0, 16)})`
}

function countsInWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status.replaceAll('_', ' ')}`)
    .join(', ')
}

function violations({ requirements }: RunReport): readonly BlockContent[][] {
  const violated = requirements.filter(({ status }) => status === 'violated')
  return violated.map((row, i) => [
    ...(i === 0 ? [heading(3, `Violated (${violated.length})`)] : []),
    paragraph(strong(plain(row.id)), text(` (${row.level}) ${plain(row.statement)}`)),
    list([
      ...(row.violation ? details(row.violation).map((line) => [text(line)]) : [[text(plain(row.reason ?? ''))]]),
      ...(row.decidedBy ? [[text('step: '), code(plain(row.decidedBy))]] : []),
      ...(row.remediation ? [[text(`to do: ${plain(row.remediation)}`)]] : []),
      ...linkTo(row.url),
    ]),
  ])
}

function openRequirements({ requirements }: RunReport): readonly BlockContent[][] {
  const open = requirements.filter(({ status }) => status === 'not_exercised')
  const rows = open.map((row) => [plain(row.id), plain(row.reason ?? '', 300), unblockOf(row)])
  return open.length === 0
    ? []
    : [[heading(3, `Not exercised (${open.length})`), table(['requirement', 'why', 'to unblock'], rows)]]
}

function unblockOf({ unblock }: RequirementReport): string {
  return plain(unblock ?? '', 300)
}

function failedSteps(report: RunReport): readonly BlockContent[][] {
  const steps = locatedSteps(report).filter(({ step }) => ['failed', 'errored'].includes(step.verdict.status))
  return steps.map((located, i) => [
    ...(i === 0 ? [heading(3, `Failed steps (${steps.length})`)] : []),
    paragraph(code(plain(located.step.address)), text(` ${plain(located.step.title)} (${plain(placeOf(located))})`)),
    list(linesOf(located).map((line) => [text(line)])),
  ])
}

function linesOf({ step }: LocatedStep): readonly string[] {
  const lines = failedValidations(step, 'required').flatMap(details)
  return lines.length > 0 ? lines : [whyNot(step)]
}

function warnings(report: RunReport): readonly BlockContent[][] {
  const rows = locatedSteps(report).flatMap(({ step }) =>
    failedValidations(step, 'advisory').map(({ outcome, requirements }) => [
      plain(requirements.join(', ')),
      plain(step.address),
      plain(outcome.message, 300),
    ]),
  )
  return rows.length === 0
    ? []
    : [[heading(3, `Warnings (${rows.length})`), table(['requirement', 'step', 'what'], rows)]]
}

function heading(depth: 2 | 3, value: string): BlockContent {
  return { type: 'heading', depth, children: [text(value)] } as unknown as BlockContent
}

function paragraph(...children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

function list(items: readonly PhrasingContent[][]): BlockContent {
  return {
    type: 'list',
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): BlockContent {
  const row = (cells: readonly string[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
  })
  return { type: 'table', children: [row(head), ...rows.map(row)] }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] }
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value }
}

/** Only addresses of the catalogue, which is our own, become links. */
function linkTo(address: string | undefined): readonly PhrasingContent[][] {
  const url = webAddress(address)
  return url === undefined ? [] : [[text('text: '), { type: 'link', url, children: [text(url)] }]]
}
