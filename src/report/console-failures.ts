import type { RunReport } from '../model/run-report.ts'
import { whereToBegin } from './console-begin.ts'
import { findingLines } from './console-finding.ts'
import type { Mark, Page } from './console-page.ts'
import { type FindingGroup, findingGroups } from './findings.ts'
import { failedValidations, locatedSteps, placeOf } from './report-steps.ts'

/** Every requirement that is violated, and every other failure, with its evidence and its way out. */
export function failures(report: RunReport, page: Page): string[] {
  const told = blocksOf(findingGroups(report, 'required'), 'failed', page)
  const bare = locatedSteps(report, 'failed')
    .filter(({ step }) => !step.optional && failedValidations(step, 'required').length === 0)
    .map((located) => [...page.item('failed', located.step.title), ...page.labelled('step', inPlace(located), 2)])
  const begin = whereToBegin(report, page)
  return section(page, 'FAILURES', '', [...(begin.length > 0 ? [begin] : []), ...told, ...bare])
}

/** SHOULD rules that do not hold, and failures of optional steps; they never decide the verdict. */
export function warnings(report: RunReport, page: Page): string[] {
  const told = blocksOf(findingGroups(report, 'advisory'), 'warning', page)
  return section(page, 'WARNINGS', 'recommended or optional, not required', told)
}

/** One exchange may break several requirements; it is shown once. */
function blocksOf(groups: readonly FindingGroup[], mark: Mark, page: Page): string[][] {
  const shown = new Map<string, string>()
  return groups.map((group) => {
    const address = group.findings[0]?.step.address ?? ''
    const shownAt = shown.get(address)
    if (shownAt === undefined) shown.set(address, group.id ?? address)
    return findingLines(group, { page, mark, ...(shownAt === undefined ? {} : { shownAt }) })
  })
}

function inPlace(located: Parameters<typeof placeOf>[0]): string {
  return `${located.step.address}   ${placeOf(located)}`
}

function section(page: Page, title: string, note: string, blocks: readonly string[][]): string[] {
  if (blocks.length === 0) return []
  return [...page.heading(title, note), ...blocks.flatMap((block) => [...block, '']).slice(0, -1)]
}
