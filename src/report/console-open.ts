import type { RunReport } from '../model/run-report.ts'
import type { BlockedReason, StepVerdict } from '../model/verdict.ts'
import { stepHead } from './console-failures.ts'
import type { Page } from './console-page.ts'
import { failedValidations, groupBy, type LocatedStep, locatedSteps } from './report-steps.ts'
import { compactJson } from './terminal-safe.ts'

/** Steps that this tool or their storyboard kept from being graded. */
export function errored(report: RunReport, page: Page): string[] {
  const lines = locatedSteps(report, 'errored').flatMap((located) => {
    const { head, place } = stepHead(located, [])
    const { verdict } = located.step
    const detail = verdict.status === 'errored' ? page.line(verdict.detail, 4) : []
    return [...page.item('errored', head), ...page.line(place, 2, 'dim'), ...detail]
  })
  return section(page, 'ERRORED', 'a fault of this tool or of the storyboard, not of the agent', lines)
}

/** Steps that were not exercised, by reason, with what would unblock them. */
export function blocked(report: RunReport, page: Page): string[] {
  const steps = locatedSteps(report, 'blocked').flatMap(({ file, step }) =>
    step.verdict.status === 'blocked' ? { file, step, reason: step.verdict.reason, detail: step.verdict.detail } : [],
  )
  const lines = groupBy(steps, ({ reason }) => reason).flatMap((group) => blockedLines(group, page))
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
    ...page.item('blocked', `${first.reason}   to unblock: ${unblock[first.reason]}`),
    ...groupBy(group, ({ detail }) => detail).flatMap((same) => [
      ...page.line(same[0]?.detail ?? '', 2),
      ...same.flatMap((located) => page.line(`${located.step.address}   ${stepHead(located, []).place}`, 4, 'dim')),
    ]),
  ]
}

const unblock = {
  prerequisite_failed: 'mend the step it stands on',
  missing_tool: 'offer the tool in tools/list',
  missing_test_controller: 'offer comply_test_controller on a test instance of the agent',
  missing_principal: 'run again with the credential of that principal: --principal NAME=VAR',
  missing_keys: 'give their address under governance.agent in the test kit, or let this machine reach it',
  unresolved_substitution: 'mend the earlier step whose reply did not carry the value',
  unknown_check: 'use a release of this tool that knows the check',
  no_reply: 'make the agent answer in time',
  rate_limited: 'raise the limit for the test credential, or give --delay MILLISECONDS',
  not_let_in: 'give a credential that stays valid for the whole run',
  session_lost: 'keep sessions for as long as a storyboard takes',
  nothing_evaluated: 'see why its validations were not evaluated in the machine report (--json)',
  authoring_defect: 'mend the storyboard; `lint` says more',
  unsupported: 'this release cannot exercise it',
  deadline: 'run again with a longer --run-timeout',
  interrupted: 'run again and let it finish',
  requirement_unmet: 'give the run what the storyboard requires of it',
  unrouted_step: 'say which agent takes the step: --agent KEY=URL and --default-agent KEY',
  controller_seeding_failed: 'let comply_test_controller seed what the storyboard lists under fixtures',
} as const satisfies Record<BlockedReason, string>

/** SHOULD rules that do not hold; they never decide the verdict. */
export function warnings(report: RunReport, page: Page): string[] {
  const lines = locatedSteps(report).flatMap((located) =>
    failedValidations(located.step, 'advisory').flatMap(({ requirements, outcome }) => {
      const { head, place } = stepHead(located, requirements)
      return [...page.item('warning', head), ...page.line(place, 2, 'dim'), ...page.line(outcome.message, 4)]
    }),
  )
  return section(page, 'WARNINGS', 'recommended, not required', lines)
}

/** Steps a gate ruled out, with what the agent said that ruled them out. */
export function notApplicable(report: RunReport, page: Page): string[] {
  const groups = groupBy(locatedSteps(report, 'not_applicable'), ({ step }) => JSON.stringify(step.verdict))
  const lines = groups.flatMap((group) => [
    ...page.item('not_applicable', ruledOutBy(group[0]?.step.verdict)),
    ...group.flatMap(({ step }) => page.line(step.address, 4)),
  ])
  return section(page, 'NOT APPLICABLE', '', lines)
}

function ruledOutBy(verdict: StepVerdict | undefined): string {
  if (verdict?.status !== 'not_applicable') return ''
  const { detail, evidence } = verdict
  return evidence ? `${detail} (its ${evidence.pointer} is ${compactJson(evidence.value)})` : detail
}

/** Storyboards that were looked at and not run. */
export function leftOut({ notSelected }: RunReport, page: Page): string[] {
  const lines = notSelected.flatMap(({ storyboard, reason }) => page.item('not_applicable', `${storyboard}: ${reason}`))
  return section(page, 'LEFT OUT', '', lines)
}

function section(page: Page, title: string, note: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...page.heading(title, note), ...lines]
}
