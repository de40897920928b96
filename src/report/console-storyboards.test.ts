import { expect, it } from 'vitest'
import type { StepReport, StoryboardReport } from '../model/run-report.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { createPage } from './console-page.ts'
import { storyboardTree } from './console-storyboards.ts'
import { step, validation } from './report-parts.fixture.ts'
import { richReport } from './rich-report.fixture.ts'

const page = createPage({ width: Number.POSITIVE_INFINITY, colour: false })
const held = (detail: string): StepVerdict => ({ status: 'blocked', reason: 'not_let_in', detail })
const passed: StepVerdict = { status: 'passed' }

const stepsOf = (...verdicts: StepVerdict[]) =>
  verdicts.map((verdict, i) => step('b', 'p', `s${i}`, { title: `step ${i}`, line: 1, verdict }))

function board(id: string, ...phases: (readonly StepReport[])[]): StoryboardReport {
  const status = phases[0]?.[0]?.verdict.status ?? 'passed'
  return {
    id,
    title: `Board ${id}`,
    file: 'f.yaml',
    status,
    phases: phases.map((steps, i) => ({
      id: `p${i}`,
      title: `Phase ${i}`,
      status: steps[0]?.verdict.status ?? 'passed',
      steps,
    })),
  }
}

/** Without its heading. */
const treeOf = (...storyboards: StoryboardReport[]) =>
  storyboardTree({ ...richReport(), storyboards }, page, false).slice(2)

it('tells a storyboard whose steps came out alike in one line', () => {
  const slow = stepsOf(passed, passed).map((one) => ({ ...one, durationMs: 700 }))
  expect(
    treeOf(
      board('a', stepsOf(passed), stepsOf(passed, passed)),
      board('b', stepsOf(held('401'), held('401'))),
      board('c', slow),
    ),
  ).toEqual(['', '✓ a  Board a  (3 steps)', '· b  Board b  (2 steps, all blocked)', '✓ c  Board c  (2 steps)  1.4 s'])
})

it('counts in one line the steps that do not apply beside those that passed', () => {
  const away: StepVerdict = { status: 'not_applicable', reason: 'peer_branch_taken', detail: 'the other way was taken' }
  expect(treeOf(board('a', stepsOf(passed, passed), stepsOf(away)), board('b', stepsOf(away, away)))).toEqual([
    '',
    '✓ a  Board a  (3 steps, 1 not applicable)',
    '– b  Board b  (2 steps, all not applicable)',
  ])
})

it('shows the steps where they differ', () => {
  expect(
    treeOf(board('a', stepsOf(passed, passed), stepsOf(held('401'), held('403'))), board('b', stepsOf(passed))),
  ).toEqual([
    '',
    '✓ a  Board a',
    '  ✓ Phase 0  (2 steps)',
    '  Phase 1',
    '    · step 0',
    '    · step 1',
    '',
    '✓ b  Board b  (1 step)',
  ])
})

it('never hides a failure or a warning', () => {
  const warning = validation({
    check: 'c',
    severity: 'advisory',
    outcome: { status: 'failed', message: 'm', pointer: '', expected: 1, actual: 2 },
  })
  const warned = stepsOf(passed).map((one) => ({ ...one, validations: [warning] }))
  expect(treeOf(board('a', stepsOf({ status: 'failed' }, { status: 'failed' })), board('b', warned))).toEqual([
    '',
    '× a  Board a',
    '  Phase 0',
    '    × step 0',
    '    × step 1',
    '',
    '✓ b  Board b',
    '  Phase 0',
    '    ✓ step 0  (1 warning)',
  ])
})

it('counts them, and says nothing of none', () => {
  const report = { ...richReport(), storyboards: [board('a', stepsOf(passed))] }
  expect(storyboardTree(report, page, false).slice(0, 3)).toEqual(['', 'STORYBOARDS  1', ''])
  expect(storyboardTree({ ...report, storyboards: [] }, page, false)).toEqual([])
})
