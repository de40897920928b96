import { expect, it } from 'vitest'
import type { Storyboard } from '../model/storyboard.ts'
import { signedRequestSteps } from './signed-request-steps.ts'

const located = (value: Storyboard) => ({ value, file: 'b.yaml', locate: () => ({ line: 1, column: 1 }) })
const vectors = { positive_vectors: ['002-b', '001-a'], negative_vectors: ['020-rate-abuse', '021-c'] }
const known = { id: 'get_capabilities', task: 'get_adcp_capabilities' }

it('makes a step for each vector where the phase leaves its steps to the runner; the one that floods comes last', () => {
  const board = located({
    id: 'signed_requests',
    phases: [
      { id: 'discovery', steps: [known] },
      { id: 'positive_vectors', steps: [] },
      { id: 'negative_vectors', steps: [] },
    ],
  })
  expect(signedRequestSteps(board, vectors).value.phases).toEqual([
    { id: 'discovery', steps: [known] },
    {
      id: 'positive_vectors',
      steps: [
        {
          id: '001-a',
          title: 'Accepts 001-a',
          task: 'request_signing_probe',
          signing_vector: 'positive/001-a',
        },
        {
          id: '002-b',
          title: 'Accepts 002-b',
          task: 'request_signing_probe',
          signing_vector: 'positive/002-b',
        },
      ],
    },
    {
      id: 'negative_vectors',
      steps: [
        { id: '021-c', title: 'Refuses 021-c', task: 'request_signing_probe', signing_vector: 'negative/021-c' },
        {
          id: '020-rate-abuse',
          title: 'Refuses 020-rate-abuse',
          task: 'request_signing_probe',
          signing_vector: 'negative/020-rate-abuse',
        },
      ],
    },
  ])
})

it('leaves other storyboards, and steps that were written, as they are', () => {
  const other = located({ id: 'other', phases: [{ id: 'positive_vectors', steps: [] }] })
  expect(signedRequestSteps(other, vectors)).toBe(other)
  const written = located({ id: 'signed_requests', phases: [{ id: 'positive_vectors', steps: [known] }] })
  expect(signedRequestSteps(written, vectors).value).toEqual(written.value)
})
