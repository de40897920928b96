import { describe, expect, it } from 'vitest'
import { failingStep, graded, passingStep } from './graded-run.fixture.ts'
import { cannotUpdate, updatedBaseline } from './updated-baseline.ts'

const now = Date.parse('2026-06-15T12:00:00Z')

it('keeps what was accepted, adds what is new without a reason, drops what is over', () => {
  const report = graded('nonconformant', [failingStep('a', ['R-1']), failingStep('b', []), passingStep('c')])
  const known = { step: 'board/phase/a', requirement: 'R-1', reason: 'known', owner: 'us', expires: '2026-07-01' }
  const over = { ...known, step: 'board/phase/c' }
  expect(updatedBaseline(report, { scope: 'governance-agent@3.0', expected: [known, over] }, now)).toEqual({
    scope: 'governance-agent@3.0',
    expected: [known, { step: 'board/phase/b', status: 'failed', reason: '', owner: '', expires: '2026-07-15' }],
  })
})

it('is empty for a run without failures', () => {
  expect(updatedBaseline(graded('conformant', [passingStep('a')]), undefined, now).expected).toEqual([])
})

describe('what was accepted is not taken out', () => {
  const before = { scope: 'governance-agent@3.0', expected: [] }

  it.each(['incomplete', 'unreachable', 'error'] as const)('by a run that was %s', (status) => {
    expect(cannotUpdate(graded(status, []), before)).toBe(`the verdict of the run is ${status}`)
  })

  it('by a run that was ended early, or is of something else', () => {
    const report = graded('nonconformant', [failingStep('a', ['R-1'])])
    const stopped = { ...report, verdict: { ...report.verdict, stopped: 'deadline' as const } }
    expect(cannotUpdate(stopped, before)).toBe('the run was ended early (deadline)')
    expect(cannotUpdate(report, { ...before, scope: 'selection' })).toBe(
      'it is of selection, and this run is of governance-agent@3.0',
    )
  })

  it('but a run that was finished says what fails now', () => {
    expect(cannotUpdate(graded('nonconformant', []), before)).toBeUndefined()
    expect(cannotUpdate(graded('conformant', []), undefined)).toBeUndefined()
  })
})
