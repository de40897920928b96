import type { RequirementReport, RunCounts, RunReport } from '../model/run-report.ts'
import type { RequirementStatus } from '../model/verdict.ts'
import type { Mark, Page } from './console-page.ts'
import { groupBy } from './report-steps.ts'

/** How many requirements stand how, and those that are not satisfied. */
export function requirementSummary({ requirements, counts, storyboards }: RunReport, page: Page): string[] {
  // Without storyboards nothing was graded, for one reason, which the verdict gives.
  if (requirements.length === 0 || storyboards.length === 0) return []
  const lines = [
    ...requirements.filter(({ status }) => status === 'violated').flatMap((row) => rowLines(row, page)),
    ...notExercised(requirements, page),
  ]
  const heading = page.heading('REQUIREMENTS', requirementTotals(counts.requirements))
  return lines.length === 0 ? heading.slice(0, -1) : [...heading, ...lines]
}

/** Many that have one reason in common are told in one go. */
function notExercised(requirements: readonly RequirementReport[], page: Page): string[] {
  const open = requirements.filter(({ status }) => status === 'not_exercised')
  return groupBy(open, ({ reason = '' }) => reason).flatMap((group) => {
    if (group.length <= 3) return group.flatMap((row) => rowLines(row, page))
    const [{ reason = 'no reason given' } = {}] = group
    return [
      ...page.item('blocked', `${group.length} not exercised: ${reason}`),
      ...page.line(group.map(({ id }) => id).join(' '), 2, 'dim'),
    ]
  })
}

function rowLines(row: RequirementReport, page: Page): string[] {
  return page.item(markOf[row.status], rowInWords(row))
}

/** `41 satisfied, 2 violated, 1 not exercised`; zeros are left out except of satisfied. */
function requirementTotals(counts: RunCounts['requirements']): string {
  const others = (['violated', 'not_exercised', 'not_applicable'] as const).filter((status) => counts[status] > 0)
  return [`${counts.satisfied} satisfied`, ...others.map((status) => `${counts[status]} ${inWords(status)}`)].join(', ')
}

function rowInWords({ id, level, statement, reason }: RequirementReport): string {
  return `${id} ${level}  ${statement}${reason === undefined ? '' : ` (${reason})`}`
}

/** `not_exercised` as people write it. */
export function inWords(status: string): string {
  return status.replaceAll('_', ' ')
}

const markOf = {
  satisfied: 'passed',
  violated: 'failed',
  not_exercised: 'blocked',
  not_applicable: 'not_applicable',
} as const satisfies Record<RequirementStatus, Mark>
