import type { RunReport } from '../model/run-report.ts'
import { unblock } from '../model/unblock.ts'
import type { BlockedReason, GateEvidence } from '../model/verdict.ts'
import type { Page } from './console-page.ts'
import { counted } from './counted.ts'
import { groupBy, type LocatedStep, locatedSteps, placeOf } from './report-steps.ts'
import { skipWords } from './skip-words.ts'
import { compactJson } from './terminal-safe.ts'

/** Steps that this tool or their storyboard kept from being graded. */
export function errored(report: RunReport, page: Page): string[] {
  const lines = locatedSteps(report, 'errored').flatMap((located) => {
    const { verdict, title, address } = located.step
    return [
      ...page.item('errored', `${title}   ${address}`),
      ...page.line(placeOf(located), 2, 'dim'),
      ...(verdict.status === 'errored' ? page.line(verdict.detail, 4) : []),
    ]
  })
  return section(page, 'ERRORED', 'a fault of this tool or of the storyboard, not of the agent', lines)
}

/** Steps that were not exercised: why, what would unblock them, and which they are. */
export function blocked(report: RunReport, page: Page): string[] {
  const steps = locatedSteps(report, 'blocked').flatMap(({ file, step }) =>
    step.verdict.status === 'blocked' ? { file, step, reason: step.verdict.reason, detail: step.verdict.detail } : [],
  )
  const groups = groupBy(steps, ({ reason, detail }) => JSON.stringify([reason, detail]))
  const lines = groups.flatMap((group) => blockedLines(group, page))
  return section(page, 'BLOCKED', 'not exercised, never counted as passed', lines)
}

interface BlockedStep extends LocatedStep {
  readonly reason: BlockedReason
  readonly detail: string
}

function blockedLines(group: readonly BlockedStep[], page: Page): string[] {
  const [first] = group
  if (!first) return []
  return [
    ...page.item('blocked', `${counted(group.length, 'step')}: ${first.detail}`),
    ...(first.detail.endsWith(unblock[first.reason]) ? [] : page.labelled('unblock', unblock[first.reason], 2)),
    ...stepLines(group, page),
  ]
}

/** Steps a gate ruled out, with what the agent said that ruled them out. */
export function notApplicable(report: RunReport, page: Page): string[] {
  const groups = groupBy(locatedSteps(report, 'not_applicable'), ({ step }) => JSON.stringify(step.verdict))
  const lines = groups.flatMap((group) => {
    const verdict = group[0]?.step.verdict
    if (verdict?.status !== 'not_applicable') return []
    const head = `${counted(group.length, 'step')}: ${saidBy(skipWords(verdict), verdict.evidence)}`
    return [...page.item('not_applicable', head), ...stepLines(group, page)]
  })
  return section(page, 'NOT APPLICABLE', 'never counted as passed', lines)
}

/** Why something does not apply, and the capability that says so. */
export function saidBy(reason: string, evidence: GateEvidence | undefined): string {
  return evidence ? `${reason} (its ${evidence.pointer} is ${compactJson(evidence.value)})` : reason
}

const shownSteps = 5

function stepLines(group: readonly LocatedStep[], page: Page): string[] {
  const shown = group.length > shownSteps ? group.slice(0, shownSteps - 2) : group
  const more = group.length - shown.length
  const boards = new Set(group.map(({ step }) => step.storyboard)).size
  return [
    ...shown.flatMap((located) => page.line(`${located.step.address}   ${placeOf(located)}`, 4, 'dim')),
    ...(more > 0 ? page.line(`and ${more} more, in ${counted(boards, 'storyboard')}`, 4, 'dim') : []),
  ]
}

/** Storyboards that were looked at and not run, by reason; many of them only as their number. */
export function leftOut({ notSelected, storyboards }: RunReport, page: Page): string[] {
  // Where nothing was run, the verdict says why, and a choice among storyboards is no part of it.
  if (storyboards.length === 0) return []
  const groups = groupBy(notSelected, ({ reason }) => reason)
  const many = groups.some(({ length }) => length > shownSteps)
  const lines = groups.flatMap((group) => [
    ...page.item('not_applicable', `${counted(group.length, 'storyboard')}: ${group[0]?.reason}`),
    ...(group.length > shownSteps ? [] : page.line(group.map(({ storyboard }) => storyboard).join(' '), 4, 'dim')),
  ])
  return section(
    page,
    'LEFT OUT',
    many ? '`adcp-gov-comply list storyboards` has all; --json says why of each' : '',
    lines,
  )
}

function section(page: Page, title: string, note: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...page.heading(title, note), ...lines]
}
