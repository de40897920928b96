import type { Difference } from '../evidence/differences.ts'
import type { Stray } from '../evidence/journal-reader.ts'
import type { Bundle } from '../evidence/open-bundle.ts'
import type { Settled } from '../evidence/play-run.ts'
import { publishedAs } from '../evidence/published-rules.ts'
import type { Verification } from '../evidence/verify-bundle.ts'
import type { Json } from '../model/json.ts'
import type { RunScope } from '../model/run-report.ts'
import { terminalSafe } from '../report/terminal-safe.ts'

const longestList = 20

/** What came out when a bundle was derived again, for people. */
export function verificationText({ manifest, sha256 }: Bundle, found: Verification): string {
  const { run, tool } = manifest
  const lines = [
    `bundle ${sha256}`,
    `run ${run.id} of ${tool.name} ${tool.version}, AdCP ${run.adcp.release}, ${run.started_at}: ${run.verdict}`,
    ...notes(run.scope, found).map((sentence) => `note: ${sentence}`),
    ...conclusion(found),
    ...shortened(found.differences.map(differenceLine)),
    ...shortened(found.strays.map(strayLine)),
    ...shortened(found.settled.map(settledLine)),
  ]
  return `${lines.map((line) => terminalSafe(line, 500)).join('\n')}\n`
}

/** What follows from a record follows by the rules in it, whoever wrote them. */
function notes(scope: RunScope, { otherwise, unpublished }: Verification): readonly string[] {
  const chosen = 'it is of storyboards that were chosen: whether this release publishes the same was not looked at'
  return [...otherwise, ...unpublished, ...(publishedAs(scope) ? [] : [chosen])]
}

function conclusion({ status, differences, settled }: Verification): readonly string[] {
  switch (status) {
    case 'same':
      return ['same: the whole report follows from the recorded exchanges']
    case 'partly':
      return [
        `partly: the report follows from the recorded exchanges, but for ${settled.length} outcomes that cannot be re-derived, because what they were judged by is hidden; they are taken as recorded:`,
      ]
    case 'differs':
      return [`differs: the report does not follow from the recorded exchanges, in ${differences.length} places:`]
    case 'not_derivable':
      return ['cannot be re-derived: the bundle itself says that its exchanges did not give its report']
    default:
      return status satisfies never
  }
}

function differenceLine({ pointer, recorded, derived }: Difference): string {
  return `  ${pointer}  recorded ${shown(recorded)}  derived ${shown(derived)}`
}

function strayLine({ at, what }: Stray): string {
  return `  not in the record: ${what}, asked in ${at === '' ? 'the first contact' : at}`
}

function settledLine({ step, result }: Settled): string {
  return `  cannot be re-derived: ${result.check} in ${step}, recorded as ${result.outcome.status}`
}

function shown(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

function shortened(lines: readonly string[]): readonly string[] {
  const more = lines.length - longestList
  return more <= 0 ? lines : [...lines.slice(0, longestList), `  … and ${more} more`]
}
