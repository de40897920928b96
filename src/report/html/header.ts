import type { Element } from 'hast'
import { h } from 'hastscript'
import type { RunReport, RunScope } from '../../model/run-report.ts'
import { requirementsInWords } from '../requirement-words.ts'
import { named, words } from './words.ts'

/** The verdict, why, and what it speaks of. */
export function verdictHeader(report: RunReport): Element {
  const { verdict } = report
  return h(`header.${verdict.status}`, [
    h('p.product', 'AdCP Campaign Governance: conformance report'),
    h('h1', [h(`span.verdict.${verdict.status}`, verdict.status), ' ', h('span.target', words(report.target.url))]),
    h('p.reason', words(verdict.reason)),
    factList(decisive(report)),
    h('details.fold', [h('summary', 'About this run'), factList(circumstances(report))]),
  ])
}

type Fact = readonly [name: string, value: string]

function factList(facts: readonly Fact[]): Element {
  return h(
    'dl.facts',
    facts.map(([name, value]) => h('div', [h('dt', name), h('dd', value)])),
  )
}

/** What a decision rests on. */
function decisive(report: RunReport): readonly Fact[] {
  const { adcp, counts, target } = report
  return [
    ['Scope', scopeInWords(report.scope)],
    ['AdCP', `${adcp.line}, schemas ${adcp.release}, over ${target.protocol.toUpperCase()}`],
    ['Requirements', requirementsInWords(counts.requirements).join('; ') || 'none are named'],
    ['Steps', countsInWords(counts.steps)],
    ['Self-test of this program', stampInWords(report)],
  ]
}

function circumstances(report: RunReport): readonly Fact[] {
  const { counts, settings, scope, agent, selfTest } = report
  const server = [agent?.server?.name, agent?.server?.version].filter((part) => part !== undefined).join(' ')
  return [
    ['Run', words(report.runId)],
    ['Began', `${report.startedAt}, took ${(report.durationMs / 1000).toFixed(1)} s`],
    ['Calls', `${counts.calls} task calls in ${counts.httpRequests} HTTP requests`],
    ['The agent calls itself', words(server) || 'nothing'],
    ['Dates of samples', settings.dates === 'shift' ? 'moved into the future where they are past' : 'sent as written'],
    ['Program', `${report.tool.name} ${report.tool.version}`],
    ...(scope.kind === 'selection' ? [] : [['Digest of the scope', words(scope.digest)] as const]),
    ...(selfTest ? [['Digest of the self-test', words(selfTest.digest)] as const] : []),
  ]
}

function scopeInWords(scope: RunScope): string {
  if (scope.kind === 'selection') return words(`storyboards ${scope.storyboards.join(', ')}`)
  return `${words(scope.title)} (${words(scope.id)})`
}

function stampInWords({ selfTest }: RunReport): string {
  if (!selfTest) return 'none: this build of the tool has not been tested against known faults at this AdCP version'
  const { killed, faults, leftInPeace, variants, adcp } = selfTest
  return `${killed} of ${faults} faulty agents caught, ${leftInPeace} of ${variants} sound ones left in peace, at AdCP ${adcp}`
}

function countsInWords(counts: Readonly<Record<string, number>>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0)
  return some.map(([status, count]) => `${count} ${named(status)}`).join(', ') || 'none'
}
