import type { Element } from 'hast'
import { h } from 'hastscript'
import type { RunReport, RunScope } from '../../model/run-report.ts'
import { requirementsInWords } from '../requirement-words.ts'
import { named, words } from './words.ts'

/** The verdict, why, and what it speaks of. */
export function verdictHeader(report: RunReport): Element {
  const { verdict } = report
  return h('header', [
    h('p.product', 'AdCP Campaign Governance: conformance report'),
    h('h1', [h(`span.verdict.${verdict.status}`, verdict.status), ' ', h('span.target', words(report.target.url))]),
    h('p.reason', words(verdict.reason)),
    h(
      'dl.facts',
      facts(report).flatMap(([name, value]) => [h('div', [h('dt', name), h('dd', value)])]),
    ),
  ])
}

function facts(report: RunReport): readonly (readonly [string, string])[] {
  const { adcp, counts, target, settings } = report
  return [
    ['Scope', scopeInWords(report.scope)],
    ['AdCP', `${adcp.line}, schemas ${adcp.release}, over ${target.protocol.toUpperCase()}`],
    ['Requirements', requirementsInWords(counts.requirements).join('; ') || 'none are named'],
    ['Steps', countsInWords(counts.steps)],
    ['Calls', `${counts.calls} task calls in ${counts.httpRequests} HTTP requests`],
    ['Run', `${report.runId}, ${report.startedAt}, ${(report.durationMs / 1000).toFixed(1)} s`],
    ['Dates of samples', settings.dates === 'shift' ? 'moved into the future where they are past' : 'sent as written'],
    ['Tool', `${report.tool.name} ${report.tool.version}`],
    ['Self-test of the tool', stampInWords(report)],
  ]
}

function scopeInWords(scope: RunScope): string {
  if (scope.kind === 'selection') return words(`storyboards ${scope.storyboards.join(', ')}`)
  return `${words(scope.title)} (${scope.id}), digest ${scope.digest}`
}

function stampInWords({ selfTest }: RunReport): string {
  if (!selfTest) return 'none: this build of the tool has not been tested against known faults at this AdCP version'
  const { killed, faults, leftInPeace, variants, adcp, digest } = selfTest
  return `${killed} of ${faults} faulty agents caught, ${leftInPeace} of ${variants} sound ones left in peace, at AdCP ${adcp}; digest ${digest}`
}

function countsInWords(counts: Readonly<Record<string, number>>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0)
  return some.map(([status, count]) => `${count} ${named(status)}`).join(', ') || 'none'
}
