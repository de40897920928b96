import { expect, it } from 'vitest'
import { flakySteps } from './flaky-steps.ts'
import { failingStep, graded, passingStep } from './graded-run.fixture.ts'

it('names the steps on which attempts disagree, and no others', () => {
  const first = graded('nonconformant', [failingStep('a', []), passingStep('b'), failingStep('c', [])])
  const second = graded('conformant', [passingStep('a'), passingStep('b')])
  expect(flakySteps([first, second])).toEqual([
    { address: 'board/phase/a', statuses: ['failed', 'passed'] },
    { address: 'board/phase/c', statuses: ['failed', 'absent'] },
  ])
  expect(flakySteps([first])).toEqual([])
})
