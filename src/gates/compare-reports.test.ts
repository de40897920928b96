import { describe, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { machineReport } from '../report/json.ts'
import { richReport } from '../report/rich-report.fixture.ts'
import { compareReports, isWorse } from './compare-reports.ts'

function report(verdict: string, requirements: Record<string, string>, steps: Record<string, string> = {}): Json {
  const rows = Object.entries(requirements).map(([id, status]) => ({ id, status }))
  const listed = Object.entries(steps).map(([address, status]) => ({ address, status }))
  return {
    report_version: '1',
    verdict: { status: verdict },
    requirements: rows,
    storyboards: [{ phases: [{ steps: listed }] }],
  }
}

const nothing = { fixed: [], regressed: [], newlyBlocked: [], lostScope: [] }

it('sorts what changed, and leaves out what did not', () => {
  const before = report(
    'nonconformant',
    { A: 'violated', B: 'satisfied', C: 'satisfied', D: 'satisfied', E: 'violated' },
    { s: 'passed', gone: 'passed' },
  )
  const after = report(
    'nonconformant',
    { A: 'satisfied', B: 'violated', C: 'not_exercised', D: 'not_applicable', E: 'violated' },
    { s: 'blocked', come: 'failed' },
  )
  expect(compareReports(before, after)).toEqual({
    verdict: { before: 'nonconformant', after: 'nonconformant' },
    fixed: [{ id: 'A', before: 'violated', after: 'satisfied' }],
    regressed: [
      { id: 'B', before: 'satisfied', after: 'violated' },
      { id: 'come', before: 'absent', after: 'failed' },
    ],
    newlyBlocked: [
      { id: 'C', before: 'satisfied', after: 'not_exercised' },
      { id: 's', before: 'passed', after: 'blocked' },
    ],
    lostScope: [
      { id: 'D', before: 'satisfied', after: 'not_applicable' },
      { id: 'gone', before: 'passed', after: 'absent' },
    ],
  })
})

describe('it is worse', () => {
  it.each([
    ['when something regressed', { A: 'satisfied' }, { A: 'violated' }, true],
    ['when something was blocked', { A: 'satisfied' }, { A: 'not_exercised' }, true],
    ['when scope was lost', { A: 'violated' }, { A: 'not_applicable' }, true],
    ['and not, when something was fixed', { A: 'violated' }, { A: 'satisfied' }, false],
    ['and not, when something came into scope and passes', { A: 'not_applicable' }, { A: 'satisfied' }, false],
  ])('%s', (_, before, after, worse) => {
    expect(isWorse(compareReports(report('x', before), report('x', after)))).toBe(worse)
  })

  it('when the verdict is conformant no more, whatever else', () => {
    expect(isWorse({ ...nothing, verdict: { before: 'conformant', after: 'incomplete' } })).toBe(true)
    expect(isWorse({ ...nothing, verdict: { before: 'incomplete', after: 'incomplete' } })).toBe(false)
  })
})

it('reads what this program writes', () => {
  const rich = machineReport(richReport())
  expect(compareReports(rich, rich)).toMatchObject(nothing)
})

it.each([null, [], {}, { report_version: '2' }, 'text'])('refuses %j, which is no report', (value) => {
  expect(() => compareReports(report('x', {}), value as Json)).toThrow(UsageError)
})
