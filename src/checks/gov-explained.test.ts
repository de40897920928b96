import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { govExplained } from './gov-explained.ts'

const explained = (explanation: Json) => govExplained.evaluate({}, evidence(result({ explanation })))

describe('gov_explained', () => {
  it.each([
    'Within the budget.',
    'Approved: 500 of 1000 USD are left.',
    '超出预算',
    'Zu teuer',
    '50001 > 50000',
    'no budget',
  ])('takes %j for an explanation', (words) => {
    expect(explained(words)).toEqual({ status: 'passed' })
  })

  it.each<Json>(['', ' \n', 'ok', 'OK.', 'Okay!', 'n/a', '-', '…', 'Approved', 'DENIED.', 'tbd', null, 7, []])(
    'does not take %j for one',
    (words) => {
      expect(explained(words)).toEqual({
        status: 'failed',
        message: 'the explanation explains nothing',
        pointer: '/explanation',
        expected: 'a reason',
        actual: words,
      })
    },
  )

  it('leaves a missing one to the schema', () => {
    const outcome = { status: 'not_applicable', note: 'there is no explanation' }
    expect(govExplained.evaluate({}, evidence(result({})))).toEqual(outcome)
    for (const { reply } of noResult) expect(govExplained.evaluate({}, evidence(reply))).toEqual(outcome)
  })
})
