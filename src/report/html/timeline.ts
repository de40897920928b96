import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { RunReport, StepReport } from '../../model/run-report.ts'
import { locatedSteps } from '../report-steps.ts'
import { named, stepLink, words } from './words.ts'

const width = 300

/** When each call was made and how long it took. */
export function timelineSection(report: RunReport): Element {
  const steps = locatedSteps(report)
    .map(({ step }) => step)
    .filter(({ exchange }) => exchange !== undefined)
  const began = Date.parse(report.startedAt)
  const span = Math.max(1, report.durationMs)
  const headings = ['after', 'step', 'task', 'verdict', 'took', '']
  return h('section', { id: 'timeline', ariaLabelledBy: 'timeline-title' }, [
    h('h2', { id: 'timeline-title' }, 'Timeline'),
    h('details.fold', [
      h('summary', `${steps.length} calls in ${(report.durationMs / 1000).toFixed(1)} s`),
      h('div.scroll', { tabIndex: 0 }, [
        h('table', [
          h('thead', [
            h(
              'tr',
              headings.map((name) => (name === '' ? h('td') : h('th', { scope: 'col' }, name))),
            ),
          ]),
          h(
            'tbody',
            steps.map((step) => row(step, began, span)),
          ),
        ]),
      ]),
    ]),
  ])
}

function row(step: StepReport, began: number, span: number): Element {
  const after = step.startedAt === undefined ? 0 : Date.parse(step.startedAt) - began
  return h('tr', [
    h('td.number', `${(after / 1000).toFixed(2)} s`),
    h('td', [stepLink(step.address)]),
    h('td', words(step.task)),
    h('td', [h(`span.badge.${step.verdict.status}`, named(step.verdict.status))]),
    h('td.number', `${Math.round(step.durationMs)} ms`),
    h('td', [bar(after, step.durationMs, span)]),
  ])
}

function bar(after: number, took: number, span: number): Element {
  const x = Math.min(width - 2, Math.max(0, (after / span) * width))
  const length = Math.min(width - x, Math.max(2, (took / span) * width))
  return s('svg', { width, height: 10, ariaHidden: 'true' }, [
    s('rect', { x: x.toFixed(1), y: 1, width: length.toFixed(1), height: 8 }),
  ]) as unknown as Element
}
