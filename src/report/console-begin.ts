import type { RunReport, StepReport } from '../model/run-report.ts'
import type { Page } from './console-page.ts'
import { locatedSteps } from './report-steps.ts'

/** Where to begin, when one cause lies beneath many failures: a seller that mostly does not ask where it has to. */
export function whereToBegin(report: RunReport, page: Page): string[] {
  const steps = locatedSteps(report).map(({ step }) => step)
  const missed = steps.filter((step) => asking(step, 'failed') && !wasAsked(step)).length
  const kept = steps.filter((step) => asking(step, 'passed')).length
  if (missed < 2 || missed <= kept) return []
  return page.line(
    `Begin here: in ${missed} of ${missed + kept} steps where it has to ask the governance agent, the seller asked nothing, and much of what follows comes of that. Let it send check_governance to each governance agent of the account before it confirms what costs money.`,
  )
}

function asking({ validations }: StepReport, status: 'passed' | 'failed'): boolean {
  return validations.some(({ check, outcome }) => check === 'gov_peer_called' && outcome.status === status)
}

function wasAsked({ peerCalls = [] }: StepReport): boolean {
  return peerCalls.some(({ tool }) => tool === 'check_governance')
}
