import { expect, it } from 'vitest'
import { failingStep, graded, passingStep } from './graded-run.fixture.ts'
import { updatedBaseline } from './updated-baseline.ts'

const now = Date.parse('2026-06-15T12:00:00Z')

it('keeps what was accepted, adds what is new without a reason, drops what is over', () => {
  const report = graded('nonconformant', [failingStep('a', ['R-1']), failingStep('b', []), passingStep('c')])
  const known = { step: 'board/phase/a', requirement: 'R-1', reason: 'known', owner: 'us', expires: '2026-07-01' }
  const over = { ...known, step: 'board/phase/c' }
  expect(updatedBaseline(report, { scope: 'old', expected: [known, over] }, now)).toEqual({
    scope: 'governance-agent@3.0',
    expected: [known, { step: 'board/phase/b', status: 'failed', reason: '', owner: '', expires: '2026-07-15' }],
  })
})

it('is empty for a run without failures', () => {
  expect(updatedBaseline(graded('conformant', [passingStep('a')]), undefined, now).expected).toEqual([])
})
