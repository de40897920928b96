import type { RequirementReport, RunReport } from '../model/run-report.ts'
import { saidBy } from './console-open.ts'
import type { Mark, Page } from './console-page.ts'
import { groupBy } from './report-steps.ts'
import { requirementsInWords } from './requirement-words.ts'
import { compactJson } from './terminal-safe.ts'

/** How many requirements stand how, and those that are not satisfied. The evidence of a violated one stands among the failures. */
export function requirementSummary({ requirements, counts, storyboards }: RunReport, page: Page): string[] {
  // Without storyboards nothing was graded, for one reason, which the verdict gives.
  if (requirements.length === 0 || storyboards.length === 0) return []
  const lines = [
    ...requirements.filter(({ status }) => status === 'violated').flatMap((row) => violatedLines(row, page)),
    ...together(requirements, 'not_exercised').flatMap((group) => openLines(group, page)),
    ...together(requirements, 'not_applicable').flatMap((group) => lostLines(group, page)),
  ]
  const heading = page.heading('REQUIREMENTS', requirementsInWords(counts.requirements).join(' · '))
  return lines.length === 0 ? heading.slice(0, -1) : [...heading, ...lines]
}

/** Those of one status that have the reason for it in common are told in one go. */
function together(
  requirements: readonly RequirementReport[],
  status: RequirementReport['status'],
): readonly (readonly RequirementReport[])[] {
  const rows = requirements.filter((row) => row.status === status)
  return groupBy(rows, ({ reason, unblock, evidence }) => JSON.stringify([reason, unblock, evidence]))
}

/** In two lines what stands among the failures in full, which may have scrolled away. */
function violatedLines(row: RequirementReport, page: Page): string[] {
  const head = page.item(row.level === 'SHOULD' ? 'warning' : 'failed', rowInWords(row))
  const { violation, decidedBy } = row
  if (!violation || decidedBy === undefined) return head
  const { expected, actual, schemaErrors = [], message } = violation.outcome
  const found =
    schemaErrors.length > 0 ? message : `expected ${compactJson(expected, 60)}   actual ${compactJson(actual, 60)}`
  return [...head, ...page.line(`${decidedBy}   ${found}`, 4, 'dim')]
}

function openLines(group: readonly RequirementReport[], page: Page): string[] {
  const [first] = group
  if (!first) return []
  const { reason = 'no reason is known', unblock, decidedBy } = first
  return [
    ...rowLines(group, 'blocked', 'not exercised', page),
    ...page.labelled('why', decidedBy === undefined ? reason : `${decidedBy}: ${reason}`, 2),
    ...(unblock === undefined ? [] : page.labelled('unblock', unblock, 2)),
  ]
}

function lostLines(group: readonly RequirementReport[], page: Page): string[] {
  const [first] = group
  if (!first) return []
  return [
    ...rowLines(group, 'not_applicable', 'lost scope, not applicable', page),
    ...page.labelled('why', saidBy(first.reason ?? 'no reason is known', first.evidence), 2),
  ]
}

/** Each on a line of its own; many of them as their ids. */
function rowLines(group: readonly RequirementReport[], mark: Mark, what: string, page: Page): string[] {
  if (group.length <= shownRows) return group.flatMap((row) => page.item(mark, rowInWords(row)))
  return [
    ...page.item(mark, `${group.length} ${what}`),
    ...page.labelled('ids', group.map(({ id }) => id).join(' '), 2),
  ]
}

const shownRows = 3

function rowInWords({ id, level, statement }: RequirementReport): string {
  return `${id} ${level}  ${statement}`
}
