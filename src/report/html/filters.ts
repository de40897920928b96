import type { Element } from 'hast'
import { h } from 'hastscript'
import type { RunReport } from '../../model/run-report.ts'
import { named } from './words.ts'

/** Search and filters; without scripts they could do nothing, and stay hidden. */
export function filters({ requirements, counts }: RunReport): Element {
  const ofSteps = Object.entries(counts.steps).flatMap(([status, count]) => (count > 0 ? [status] : []))
  return h('form', { id: 'filters', hidden: true, role: 'search', ariaLabel: 'Filter this report' }, [
    h('label', { htmlFor: 'search' }, 'Search'),
    h('input', { id: 'search', type: 'search', placeholder: 'id or word: press /', autoComplete: 'off' }),
    ...choices('requirement', 'Requirements', [...new Set(requirements.map(({ status }) => status))]),
    ...choices('step', 'Steps', ofSteps),
    h('output', { id: 'matches', ariaLive: 'polite' }),
  ])
}

/** Boxes for what can be told apart: with one status there is nothing to choose. */
function choices(kind: 'requirement' | 'step', name: string, statuses: readonly string[]): readonly Element[] {
  if (statuses.length < 2) return []
  const boxes = statuses.map((value) =>
    h('label.choice', [h('input', { type: 'checkbox', name: kind, value, checked: true }), ` ${named(value)}`]),
  )
  return [h('fieldset', [h('legend', name), ...boxes])]
}
