import type { ComparedAgent } from './agents.ts'
import type { Result } from './run-in-worker.ts'

/** One row for each storyboard that either runner did something with, as Markdown. */
export function agentTable(agent: ComparedAgent, reference: readonly Result[], ours: readonly Result[]): string {
  const byId = new Map(ours.map((result) => [result.id, result]))
  const rows = reference.flatMap((theirs) => {
    const own = byId.get(theirs.id)
    return own && !(isIdle(theirs) && isIdle(own)) ? [rowOf(theirs, own)] : []
  })
  const idle = reference.flatMap((theirs) => {
    const own = byId.get(theirs.id)
    return own && isIdle(theirs) && isIdle(own) ? [{ theirs, own }] : []
  })
  return [
    `## ${agent.id}: ${agent.what}`,
    '',
    '| storyboard | reference runner | this program | HTTP requests | wall ms | CPU ms |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `${idle.length} more storyboards in which neither ran a step. The reference runner calls them ${tallied(idle.map(({ theirs }) => theirs))}; this program ${tallied(idle.map(({ own }) => own))}.`,
  ].join('\n')
}

/** Totals, as Markdown. */
export function summaryTable(
  rows: readonly { agent: string; reference: readonly Result[]; ours: readonly Result[] }[],
): string {
  return [
    '| agent | runner | storyboards passed / failed / other | HTTP requests | wall s | CPU s |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.flatMap(({ agent, reference, ours }) => [
      totals(agent, 'reference runner', reference),
      totals(agent, 'this program', ours),
    ]),
  ].join('\n')
}

function totals(agent: string, runner: string, results: readonly Result[]): string {
  const count = (verdict: string) => results.filter((result) => result.verdict === verdict).length
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0)
  const other = results.length - count('passed') - count('failed')
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  return `| ${agent} | ${runner} | ${count('passed')} / ${count('failed')} / ${other} | ${sum((r) => r.httpRequests)} | ${seconds(sum((r) => r.wallMs))} | ${seconds(sum((r) => r.cpuMs))} |`
}

function tallied(results: readonly Result[]): string {
  const verdicts = [...new Set(results.map(({ verdict }) => verdict))]
  return verdicts
    .map(
      (verdict) => `${verdict.replaceAll('_', ' ')} (${results.filter((result) => result.verdict === verdict).length})`,
    )
    .join(', ')
}

/** Storyboards that the two grade differently, where at least one of them ran a step. */
export function differing(reference: readonly Result[], ours: readonly Result[]): readonly string[] {
  const byId = new Map(ours.map((result) => [result.id, result]))
  return reference.flatMap((theirs) => {
    const own = byId.get(theirs.id)
    const same = own?.verdict === theirs.verdict
    return own && !same && !(isIdle(theirs) && isIdle(own)) ? [theirs.id] : []
  })
}

function isIdle({ passed, failed }: Result): boolean {
  return passed + failed === 0
}

function rowOf(theirs: Result, own: Result): string {
  const pair = (of: (result: Result) => number) => `${Math.round(of(theirs))} / ${Math.round(of(own))}`
  return `| ${theirs.id} | ${inWords(theirs)} | ${inWords(own)} | ${pair((r) => r.httpRequests)} | ${pair((r) => r.wallMs)} | ${pair((r) => r.cpuMs)} |`
}

function inWords({ verdict, passed, failed, skipped }: Result): string {
  return `${verdict} (${passed} passed, ${failed} failed, ${skipped} not run)`
}
