import { describe, expect, it } from 'vitest'
import { evidence, httpError, pending, refusal, result, silence } from './evidence.fixture.ts'
import { govAnswersWithin } from './gov-answers-within.ts'

/** The replies of these tests take 2 seconds. */
describe('gov_answers_within', () => {
  it.each([result({}), pending('submitted'), refusal()])('passes for %j in time', (reply) => {
    expect(govAnswersWithin.evaluate({ seconds: 2 }, evidence(reply))).toEqual({ status: 'passed' })
  })

  it('fails when the answer took longer', () => {
    expect(govAnswersWithin.evaluate({ seconds: 1.9 }, evidence(result({})))).toEqual({
      status: 'failed',
      message: 'the answer took 2 s',
      pointer: '',
      expected: 'an answer within 1.9 s',
      actual: 2,
    })
  })

  it.each([
    { reply: httpError(500), words: 'HTTP 500' },
    { reply: silence(), words: 'no usable reply (no answer in 30 s)' },
  ])('takes $words for no answer', ({ reply, words }) => {
    expect(govAnswersWithin.evaluate({ seconds: 60 }, evidence(reply))).toEqual({
      status: 'failed',
      message: `there was no answer: ${words}`,
      pointer: null,
      expected: 'an answer within 60 s',
      actual: null,
    })
  })
})
