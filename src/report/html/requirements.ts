import type { Element } from 'hast'
import { h } from 'hastscript'
import type { RequirementReport, RunReport, StepReport } from '../../model/run-report.ts'
import { locatedSteps } from '../report-steps.ts'
import { webAddress } from '../web-address.ts'
import { exchangeParts, fold } from './exchange.ts'
import { findingParts } from './finding.ts'
import { type Group, requirementGroups } from './groups.ts'
import { anchor, stepLink, words } from './words.ts'

/** Every requirement in scope: what wants attention comes first, with what was expected, what came, and the exchange that shows it. */
export function requirementSection(report: RunReport): Element {
  const steps = new Map(locatedSteps(report).map(({ step }) => [step.address, step]))
  const groups = requirementGroups(report)
  return h('section', { id: 'requirements', ariaLabelledBy: 'requirements-title' }, [
    h('h2', { id: 'requirements-title' }, 'Requirements'),
    ...(groups.length === 0
      ? [h('p', 'The storyboards of this run name no requirement.')]
      : [tiles(groups), ...groups.map((group) => groupPart(group, steps))]),
  ])
}

/** How many stand how, each number a link to them. */
function tiles(groups: readonly Group[]): Element {
  const tile = ({ id, name, badge, rows }: Group) =>
    h('li', [h('a', { href: `#${id}` }, [h(`strong.${badge}`, String(rows.length)), ` ${name}`])])
  return h('nav', { ariaLabel: 'Requirements by status' }, [h('ul.tiles', groups.map(tile))])
}

type Steps = ReadonlyMap<string, StepReport>

function groupPart({ id, name, badge, rows }: Group, steps: Steps): Element {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)} (${rows.length})`
  return h('section.group', { id }, [h('h3', title), ...rows.map((row) => requirementCard(row, badge, name, steps))])
}

function requirementCard(row: RequirementReport, badge: Group['badge'], name: string, steps: Steps): Element {
  const open = row.status === 'violated'
  return h('details.card', { id: anchor(row.id), open, dataKind: 'requirement', dataStatus: row.status }, [
    h('summary', [
      h(`span.badge.${badge}`, name),
      h('span.id', words(row.id)),
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
      ...source(row),
      ...shownBy(row, steps),
      ...gradedBy(row),
    ]),
  ])
}

function sentence(name: string, value: string | undefined): readonly Element[] {
  return value === undefined ? [] : [h('p', [h('strong', `${name}: `), words(value)])]
}

/** The step that decided, and for a violation what went over the wire there. */
function shownBy({ status, decidedBy }: RequirementReport, steps: Steps): readonly Element[] {
  if (decidedBy === undefined) return []
  const exchange = status === 'violated' ? steps.get(decidedBy)?.exchange : undefined
  return [h('p', [h('strong', 'Shown by: '), stepLink(decidedBy)]), ...(exchange ? exchangeParts(exchange) : [])]
}

function gradedBy({ steps, violatedIn = [], decidedBy }: RequirementReport): readonly Element[] {
  const broken = violatedIn.filter((address) => address !== decidedBy)
  const others = steps.filter((address) => address !== decidedBy && !violatedIn.includes(address))
  return [...linkFold('Also broken in', broken), ...linkFold('Also graded by', others)]
}

function linkFold(name: string, addresses: readonly string[]): readonly Element[] {
  const links = [...new Set(addresses)].map((address) => h('li', [stepLink(address)]))
  return links.length === 0 ? [] : [fold(`${name} (${links.length})`, [h('ul', links)])]
}

/** Only addresses of the catalogue, which is our own, become links. */
function source({ source: place, url }: RequirementReport): readonly Element[] {
  if (place === undefined && url === undefined) return []
  const href = webAddress(url)
  const link = href === undefined ? [] : [' ', h('a', { href, rel: 'noreferrer' }, href)]
  return [h('p.source', [h('strong', 'Text: '), words(place ?? ''), ...link])]
}
