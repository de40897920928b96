import type { RunReport } from '../model/run-report.ts'
import { redact } from './redact.ts'
import { richReport } from './rich-report.fixture.ts'
import { configuredSecret } from './rich-steps.fixture.ts'

/** What a stranger would write to break out of a format, or to be believed. */
export const hostile =
  '</script><img src=x onerror=alert(1)>]]>--> "\'`|*_#[a](javascript:alert(1)) ::error::x%0A\n::warning::y\r\nnot ok 1\u0000\u001b[31m\u202E#{7*7} # SKIP'

/** Words that formats compute with; every other string of the report is a stranger's. */
const meant = new Set(
  'status kind level severity protocol line release startedAt finishedAt receivedAt dates url digest runId cause reason decisionField outcomeField method id storyboard phase address decidedBy requirements steps violatedIn'.split(
    ' ',
  ),
)

/** The rich report with hostile text in every field that an agent, a storyboard or a kit can fill. */
export function hostileReport(): RunReport {
  const report = redact(richReport(), [configuredSecret])
  return { ...(poison(report, '') as RunReport), tool: report.tool }
}

function poison(node: unknown, key: string): unknown {
  if (Array.isArray(node)) return node.map((item) => poison(item, key))
  if (typeof node === 'object' && node !== null)
    return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, poison(item, name)]))
  return typeof node === 'string' && !meant.has(key) ? `${node} ${hostile}` : node
}
