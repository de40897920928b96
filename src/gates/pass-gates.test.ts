import { describe, expect, it } from 'vitest'
import type { Baseline, ExpectedFailure } from '../model/baseline.ts'
import { blockedStep, failingStep, graded, passingStep, row } from './graded-run.fixture.ts'
import { passGates } from './pass-gates.ts'

const today = '2026-06-15'

function entry(step: string, parts: Partial<ExpectedFailure> = {}): ExpectedFailure {
  const known = { requirement: 'R-1', reason: 'is being mended', owner: 'team', expires: '2026-06-15' }
  return { step: `board/phase/${step}`, ...known, ...parts }
}

function baseline(...expected: readonly ExpectedFailure[]): Baseline {
  return { scope: 'governance-agent@3.0', expected }
}

const oneFails = graded(
  'nonconformant',
  [failingStep('a', ['R-1']), passingStep('b', ['R-2'])],
  [row('R-1', 'violated', ['a']), row('R-2', 'satisfied', ['b'])],
)
const sound = graded('conformant', [passingStep('a', ['R-1'])], [row('R-1', 'satisfied', ['a'])])

describe('without gates', () => {
  it.each([
    ['conformant', 0],
    ['nonconformant', 1],
    ['incomplete', 3],
    ['unreachable', 4],
    ['error', 5],
  ] as const)('the exit code is that of the verdict %s', (status, exitCode) => {
    expect(passGates(graded(status, []), {}, today)).toEqual({ exitCode, lines: [] })
  })
})

describe('a baseline', () => {
  it('lets expected failures pass, and says so', () => {
    expect(passGates(oneFails, { baseline: baseline(entry('a')) }, today)).toEqual({
      exitCode: 0,
      lines: ['the gate is passed with 1 expected failure, and no other; the verdict stays nonconformant'],
    })
  })

  it('lets steps pass that stand on an expected failure only when they are expected to be blocked', () => {
    const report = graded(
      'nonconformant',
      [failingStep('a', ['R-1']), blockedStep('b', ['R-2'])],
      [row('R-1', 'violated', ['a']), row('R-2', 'not_exercised', ['b'], { decidedBy: 'board/phase/b' })],
    )
    expect(passGates(report, { baseline: baseline(entry('a')) }, today)).toEqual({
      exitCode: 1,
      lines: ['not in the baseline: R-2 blocked in board/phase/b'],
    })
    const both = baseline(entry('a'), entry('b', { requirement: 'R-2', status: 'blocked' }))
    expect(passGates(report, { baseline: both }, today).exitCode).toBe(0)
  })

  it('lets nothing pass that no expected step explains', () => {
    const rows = [row('R-1', 'violated', ['a']), row('R-9', 'not_exercised', ['c'])]
    const report = graded('nonconformant', [failingStep('a', ['R-1'])], rows)
    expect(passGates(report, { baseline: baseline(entry('a')) }, today)).toEqual({
      exitCode: 1,
      lines: ['R-9 is not_exercised, which no step in the baseline explains'],
    })
  })

  it('fails for an unexpected failure, of another step, requirement or kind', () => {
    const { requirement: _, ...unnamed } = entry('a')
    for (const other of [entry('b'), entry('a', { requirement: 'R-2' }), entry('a', { status: 'blocked' }), unnamed]) {
      const { exitCode, lines } = passGates(oneFails, { baseline: baseline(other) }, today)
      expect({ exitCode, last: lines.at(-1) }).toEqual({
        exitCode: 1,
        last: 'not in the baseline: R-1 failed in board/phase/a',
      })
    }
  })

  it('takes a failure that names no requirement', () => {
    const { requirement: _, ...unnamed } = entry('a')
    const report = graded('nonconformant', [failingStep('a', [])])
    expect(passGates(report, { baseline: baseline(unnamed) }, today).exitCode).toBe(0)
  })

  it.each([
    [
      'is of another scope',
      sound,
      { scope: 'other', expected: [] },
      'the baseline is of other, and this run is of governance-agent@3.0: make one for it',
    ],
    [
      'has expired',
      oneFails,
      baseline(entry('a', { expires: '2026-06-14' })),
      'R-1 failed in board/phase/a expired on 2026-06-14 (owner: team)',
    ],
    [
      'names no day',
      oneFails,
      baseline(entry('a', { expires: '2026-02-30' })),
      'R-1 failed in board/phase/a: "2026-02-30" is no day',
    ],
    [
      'names a step that is not there',
      sound,
      baseline(entry('z')),
      'R-1 failed in board/phase/z: this run has no such step',
    ],
    [
      'names a requirement that is not there',
      sound,
      baseline(entry('a', { requirement: 'R-7' })),
      'R-7 failed in board/phase/a: this run grades no such requirement',
    ],
    [
      'expects what does not happen any more',
      sound,
      baseline(entry('a')),
      'R-1 failed in board/phase/a does not happen any more: take it out of the baseline',
    ],
    [
      'says something twice',
      oneFails,
      baseline(entry('a'), entry('a')),
      'R-1 failed in board/phase/a stands in the baseline twice',
    ],
  ])('fails when it %s', (_, report, given, line) => {
    expect(passGates(report, { baseline: given }, today)).toEqual({ exitCode: 1, lines: [line] })
  })

  it.each([
    ['incomplete', 3],
    ['unreachable', 4],
    ['error', 5],
  ] as const)('never mends the verdict %s', (status, exitCode) => {
    const report = graded(status, [blockedStep('a', ['R-1'])])
    expect(passGates(report, { baseline: baseline(entry('a', { status: 'blocked' })) }, today).exitCode).toBe(exitCode)
  })

  it('does not speak of optional steps, which decide nothing', () => {
    const report = graded('conformant', [failingStep('a', ['R-1'], { optional: true })])
    expect(passGates(report, { baseline: baseline() }, today)).toEqual({ exitCode: 0, lines: [] })
  })
})

describe('--fail-on', () => {
  const warned = { ...sound, counts: { ...sound.counts, validations: { passed: 1, failed: 0, warnings: 2, other: 0 } } }
  const open = graded('conformant', [passingStep('a')], [row('S-1', 'not_exercised', [], { level: 'SHOULD' })])

  it('warn fails for warnings, and for nothing else', () => {
    expect(passGates(warned, { failOn: ['warn'] }, today)).toEqual({
      exitCode: 1,
      lines: ['--fail-on warn: 2 warnings'],
    })
    expect(passGates(sound, { failOn: ['warn'] }, today).exitCode).toBe(0)
    expect(passGates(warned, {}, today).exitCode).toBe(0)
  })

  it('incomplete fails for what was not exercised, even where that decides nothing', () => {
    expect(passGates(open, { failOn: ['incomplete'] }, today)).toEqual({
      exitCode: 1,
      lines: ['--fail-on incomplete: 1 requirements were not exercised, 0 steps were blocked'],
    })
    expect(passGates(sound, { failOn: ['incomplete'] }, today).exitCode).toBe(0)
  })

  it('keeps the exit code of a worse verdict', () => {
    expect(
      passGates({ ...open, verdict: { status: 'incomplete', reason: '' } }, { failOn: ['incomplete'] }, today).exitCode,
    ).toBe(3)
  })
})

describe('--min-coverage', () => {
  const half = graded('conformant', [], [row('R-1', 'satisfied', []), row('R-2', 'not_applicable', [])])

  it('counts what was exercised among all that is in scope, and what the agent does not claim against it', () => {
    expect(passGates(half, { minCoverage: 50 }, today)).toEqual({ exitCode: 0, lines: [] })
    expect(passGates(half, { minCoverage: 50.1 }, today)).toEqual({
      exitCode: 1,
      lines: ['--min-coverage 50.1: 1 of 2 requirements were exercised (50.0 %)'],
    })
  })

  it('is missed where there is nothing to exercise', () => {
    expect(passGates(graded('conformant', []), { minCoverage: 1 }, today).exitCode).toBe(1)
  })
})
