import { expect, it } from 'vitest'
import type { PeerCallReport } from '../model/peer-request.ts'
import type { StepReport } from '../model/run-report.ts'
import { whereToBegin } from './console-begin.ts'
import { createPage } from './console-page.ts'
import { step, validation } from './report-parts.fixture.ts'
import { richReport } from './rich-report.fixture.ts'

const page = createPage({ width: Number.POSITIVE_INFINITY, colour: false })

function call(tool?: string): PeerCallReport {
  const at = '2026-01-01T00:00:00.000Z'
  const path = '/.well-known/brand.json'
  return { order: 1, at, method: 'GET', path, presented: 'none', beforeAnswer: true, ...(tool && { tool }) }
}

/** A step in which the hosted governance agent should have been asked; `check` is what failed. */
function unasked(id: string, check: string, peerCalls: readonly PeerCallReport[] = []): StepReport {
  const outcome = { status: 'failed', message: 'never', pointer: null, expected: 1, actual: [] } as const
  return step('b', 'p', id, {
    title: id,
    line: 1,
    verdict: { status: 'failed' },
    validations: [validation({ check, requirements: [], outcome })],
    peerCalls,
  })
}

function beginning(...steps: readonly StepReport[]): string[] {
  const phase = { id: 'p', title: 'P', status: 'failed', steps } as const
  const storyboards = [{ id: 'b', title: 'B', file: 'b.yaml', status: 'failed', phases: [phase] }] as const
  return whereToBegin({ ...richReport(), storyboards }, page)
}

it('names the one cause of a seller that does not ask', () => {
  const lines = beginning(unasked('one', 'gov_peer_called', [call()]), unasked('two', 'gov_peer_called'))
  expect(lines.join('\n')).toMatch(
    /^Begin here: in 2 of 2 steps where it has to ask the governance agent, the seller asked nothing/,
  )
})

it.each([
  ['one step alone shows it', [unasked('one', 'gov_peer_called')]],
  [
    'it asked, and not as it should',
    [unasked('one', 'gov_peer_called', [call('check_governance')]), unasked('two', 'gov_peer_called')],
  ],
  ['something else failed', [unasked('one', 'field_value'), unasked('two', 'field_value')]],
  ['nothing was run', []],
])('says nothing where %s', (_where, steps) => {
  expect(beginning(...steps)).toEqual([])
})
