import type { Element } from 'hast'
import { h } from 'hastscript'
import type { RequirementReport, RunReport } from '../../model/run-report.ts'
import type { RequirementStatus } from '../../model/verdict.ts'
import { findingParts } from './finding.ts'
import { named, stepAnchor, words } from './words.ts'

/** What wants attention comes first. */
const order: readonly RequirementStatus[] = ['violated', 'not_exercised', 'satisfied', 'not_applicable']

export function requirementSection({ requirements }: RunReport): Element {
  const groups = order.flatMap((status) => {
    const rows = requirements.filter((row) => row.status === status)
    return rows.length === 0 ? [] : [h('h3', `${named(status)} (${rows.length})`), ...rows.map(requirementCard)]
  })
  return h('section', { id: 'requirements', ariaLabelledBy: 'requirements-title' }, [
    h('h2', { id: 'requirements-title' }, 'Requirements'),
    ...(groups.length === 0 ? [h('p', 'The storyboards of this run name no requirement.')] : groups),
  ])
}

function requirementCard(row: RequirementReport): Element {
  const open = row.status === 'violated'
  return h('details.card', { id: row.id, open, dataStatus: row.status }, [
    h('summary', [
      h(`span.badge.${row.status}`, named(row.status)),
      h('span.id', row.id),
      h('span.level', row.level),
      h('span.statement', words(row.statement)),
    ]),
    h('div.body', [
      ...(row.violation ? findingParts(row.violation) : sentence('Why', row.reason)),
      ...sentence('To unblock', row.unblock),
      ...(row.evidence
        ? sentence('The agent says', `${row.evidence.pointer} is ${JSON.stringify(row.evidence.value)}`)
        : []),
      ...sentence('What to do', row.remediation),
      ...stepLinks(row),
      ...source(row),
    ]),
  ])
}

function sentence(name: string, value: string | undefined): readonly Element[] {
  return value === undefined ? [] : [h('p', [h('strong', `${name}: `), words(value)])]
}

function stepLinks({ steps, violatedIn, decidedBy }: RequirementReport): readonly Element[] {
  const first = [...new Set([...(decidedBy ? [decidedBy] : []), ...(violatedIn ?? []), ...steps])]
  if (first.length === 0) return []
  const links = first.map((address) => h('li', [h('a', { href: `#${stepAnchor(address)}` }, words(address))]))
  return [h('p', [h('strong', 'Steps that grade it:')]), h('ul', links)]
}

/** Only addresses of the catalogue, which is our own, become links. */
function source({ source: place, url }: RequirementReport): readonly Element[] {
  if (place === undefined && url === undefined) return []
  const link = url === undefined ? [] : [' ', h('a', { href: url, rel: 'noreferrer' }, url)]
  return [h('p.source', [h('strong', 'Text: '), words(place ?? ''), ...link])]
}
