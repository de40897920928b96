import type { RunReport } from '../model/run-report.ts'
import { redact } from './redact.ts'
import { richReport } from './rich-report.fixture.ts'
import { configuredSecret } from './rich-steps.fixture.ts'

/** What a stranger would write to break out of a format, or to be believed. */
export const hostile = [
  '</script><img src=x onerror=alert(1)>]]>--> "\'`|*_#[a](javascript:alert(1)) ![b](https://e.example/b.png) <https://e.example>',
  '::error::x%0A\n::warning::y\r\n::set-output name=a::b\n::stop-commands::z\nnot ok 1\nBail out!\n1..0\n  ---\n  ...\n',
  '\u0000\u001b[31m\u001b]8;;https://e.example\u0007\u009b2J\u0085\u2028\u202E\u2066\u200f\ufeff\ud800 \udfff \ufffe',
  '#{7*7} # SKIP # TODO\\# \u0024{{ secrets.X }} $(id) \u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627 \u{1F600} z\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  'long'.repeat(3000),
].join(' ')

/** Words that formats compute with: no stranger can choose another. Every other string of the report is a stranger's, names and addresses too. */
const meant = new Set(
  'status kind level severity protocol line release startedAt finishedAt receivedAt dates cause decisionField outcomeField stopped transport'.split(
    ' ',
  ),
)

/** The rich report with hostile text in every field that an agent, a storyboard, a kit or a person at the shell can fill. */
export function hostileReport(): RunReport {
  const report = redact(richReport(), [configuredSecret])
  return { ...(poison(report, '') as RunReport), tool: report.tool }
}

function poison(node: unknown, key: string): unknown {
  if (Array.isArray(node)) return node.map((item) => poison(item, key))
  if (typeof node === 'object' && node !== null)
    return Object.fromEntries(
      Object.entries(node).map(([name, item]) => [name, isCode(node, name) ? item : poison(item, name)]),
    )
  return typeof node === 'string' && node !== '' && !meant.has(key) ? `${node} ${hostile}` : node
}

/** The reason of a step's verdict is one of a list, the one of a run's is a sentence; so with the path of an extraction and of a validation. */
function isCode(node: object, name: string): boolean {
  return (name === 'reason' && 'detail' in node && 'status' in node) || (name === 'path' && !('check' in node))
}
