import type { Element } from 'hast'
import { h } from 'hastscript'
import type { RunReport } from '../../model/run-report.ts'
import { named } from './words.ts'

/** Search and filters; without scripts they could do nothing, and stay hidden. */
export function filters({ requirements, counts }: RunReport): Element {
  const statuses = new Set([
    ...requirements.map(({ status }) => status as string),
    ...Object.entries(counts.steps).flatMap(([status, count]) => (count > 0 ? [status] : [])),
  ])
  return h('form', { id: 'filters', hidden: true, role: 'search', ariaLabel: 'Filter this report' }, [
    h('label', { htmlFor: 'search' }, 'Search'),
    h('input', { id: 'search', type: 'search', placeholder: 'requirement, step, word (press /)', autoComplete: 'off' }),
    h('fieldset', [
      h('legend', 'Show'),
      ...[...statuses].map((status) =>
        h('label.choice', [
          h('input', { type: 'checkbox', name: 'status', value: status, checked: true }),
          ` ${named(status)}`,
        ]),
      ),
    ]),
    h('output', { id: 'matches', ariaLive: 'polite' }),
  ])
}
