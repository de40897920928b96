import type { RunReport } from '../model/run-report.ts'
import type { Page } from './console-page.ts'
import { groupBy } from './report-steps.ts'

const shownSteps = 3

/** Replies of which a buyer with the official client would get something else than what was graded; nothing when none was compared. */
export function secondOpinions({ storyboards }: RunReport, page: Page): string[] {
  const asked = storyboards.flatMap(({ phases }) =>
    phases.flatMap(({ steps }) =>
      steps.flatMap(({ address, exchange }) => (exchange?.secondOpinion ? { address, ...exchange.secondOpinion } : [])),
    ),
  )
  const [first] = asked
  if (!first) return []
  const others = asked.filter(({ payload }) => payload !== 'equal')
  const note = `${first.client} read ${repliesOf(asked)}, ${asked.length - others.length} alike`
  return [...page.heading('SECOND OPINION', note), ...groupsOf(others).flatMap((group) => groupLines(group, page))]
}

interface Told {
  readonly address: string
  readonly payload: string
  readonly detail?: string
}

function groupsOf(others: readonly Told[]): readonly (readonly Told[])[] {
  return groupBy(others, ({ payload, detail }) => JSON.stringify([payload, detail]))
}

function groupLines(group: readonly Told[], page: Page): string[] {
  const [first] = group
  if (!first) return []
  const more = group.length - shownSteps
  return [
    ...page.item('warning', `${repliesOf(group)} ${first.payload}: ${first.detail ?? ''}`),
    ...group.slice(0, shownSteps).flatMap(({ address }) => page.line(address, 4, 'dim')),
    ...(more > 0 ? page.line(`and ${more} more`, 4, 'dim') : []),
  ]
}

function repliesOf({ length }: readonly unknown[]): string {
  return length === 1 ? '1 reply' : `${length} replies`
}
