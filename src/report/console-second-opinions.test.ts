import { expect, it } from 'vitest'
import type { SecondOpinion } from '../model/exchange.ts'
import type { RunReport, StepReport } from '../model/run-report.ts'
import { createPage } from './console-page.ts'
import { secondOpinions } from './console-second-opinions.ts'

const page = createPage({ width: 120, colour: false })
const client = '@adcp/client 1.2.3'

function linesFor(opinions: readonly (SecondOpinion | undefined)[]): readonly string[] {
  const steps = opinions.map(
    (secondOpinion, i) =>
      ({ address: `board/phase/step_${i}`, exchange: { ...(secondOpinion && { secondOpinion }) } }) as StepReport,
  )
  return secondOpinions({ storyboards: [{ phases: [{ steps }] }] } as unknown as RunReport, page)
}

it('says nothing when no reply was compared', () => {
  expect(linesFor([])).toEqual([])
  expect(linesFor([undefined])).toEqual([])
})

it('says how many replies came out alike', () => {
  const equal = { client, payload: 'equal' } as const
  expect(linesFor([equal, equal])).toEqual(['', 'SECOND OPINION  @adcp/client 1.2.3 read 2 replies, 2 alike', ''])
})

it('groups those that did not, and hides what could steer the terminal', () => {
  const lost = { client, payload: 'lost', detail: 'gone\u001b[31m' } as const
  expect(
    linesFor([{ client, payload: 'equal' }, lost, lost, lost, lost, { client, payload: 'altered', detail: 'x' }]),
  ).toEqual([
    '',
    'SECOND OPINION  @adcp/client 1.2.3 read 6 replies, 1 alike',
    '',
    expect.stringMatching(/^~ 4 replies lost: gone\S*$/),
    '    board/phase/step_1',
    '    board/phase/step_2',
    '    board/phase/step_3',
    '    and 1 more',
    '~ 1 reply altered: x',
    '    board/phase/step_5',
  ])
})
