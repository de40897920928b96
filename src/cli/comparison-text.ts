import type { Change, ReportComparison } from '../gates/compare-reports.ts'
import { terminalSafe } from '../report/terminal-safe.ts'

/** What became of requirements and steps, for people. */
export function comparisonText(found: ReportComparison): string {
  const { verdict } = found
  const changes = [
    ...group('fixed', found.fixed),
    ...group('regressed', found.regressed),
    ...group('newly blocked', found.newlyBlocked),
    ...group('lost scope', found.lostScope),
  ]
  const was =
    verdict.before === verdict.after
      ? `verdict: ${verdict.after}, as before`
      : `verdict: ${verdict.before}, then ${verdict.after}`
  return `${[was, ...(changes.length === 0 ? ['nothing changed its status'] : changes)].map((line) => terminalSafe(line, 500)).join('\n')}\n`
}

function group(title: string, changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return []
  return [`${title}: ${changes.length}`, ...changes.map(({ id, before, after }) => `  ${id}  ${before} → ${after}`)]
}
