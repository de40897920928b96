import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Reply } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import { auditOf, seenAfter } from './earlier.fixture.ts'
import { httpError, noResult, pending, refusal, result, silence } from './evidence.fixture.ts'
import { govHeldBack } from './gov-held-back.ts'

const params = { checked_by: 'check' }
const nothing = auditOf({ summary: {} })

describe('gov_held_back', () => {
  it.each<Reply>([
    result({ status: 'denied' }),
    result({ status: 'conditions' }),
    refusal({ code: 'VALIDATION_ERROR' }),
    pending('submitted'),
    pending('working'),
  ])('passes when the check was answered with %j', (check) => {
    expect(govHeldBack.evaluate(params, seenAfter(check, nothing))).toEqual({ status: 'passed' })
  })

  it.each<Json>([{ escalations: [{ check_id: 'c', reason: 'r' }] }, { statuses: { human_reviewed: 1 } }])(
    'passes when a person approved at once and the summary is %j',
    (summary) => {
      const seen = seenAfter(result({ status: 'approved' }), auditOf({ summary }))
      expect(govHeldBack.evaluate(params, seen)).toEqual({ status: 'passed', note: 'recorded in the audit summary' })
    },
  )

  it.each<Json>([null, {}, 'human', { escalations: [] }, { escalations: null }, { statuses: { human_reviewed: 0 } }])(
    'fails when it was approved and the summary is %j',
    (summary) => {
      expect(govHeldBack.evaluate(params, seenAfter(result({ status: 'approved' }), auditOf({ summary })))).toEqual({
        status: 'failed',
        message:
          'check went through with nobody asked: the action must not be approved; the decision is "approved", and the audit summary records no escalation',
        pointer: '',
        expected: ['denied', 'conditions', 'human review', 'an AdCP error', 'an escalation in the audit summary'],
        actual: 'approved',
      })
    },
  )

  it.each([httpError(500), silence(), refusal({ code: 'INTERNAL_ERROR' }), refusal({ message: 'no code' })])(
    'fails when the check broke with %j',
    (check) => expect(govHeldBack.evaluate(params, seenAfter(check, nothing))).toMatchObject({ status: 'failed' }),
  )

  it.each(noResult)('fails for an approval when the audit was answered with $words', ({ reply }) => {
    expect(govHeldBack.evaluate(params, seenAfter(result({ status: 'approved' }), reply))).toMatchObject({
      status: 'failed',
    })
  })

  it('blames nobody when the check was never sent', () => {
    expect(() => govHeldBack.evaluate(params, seenAfter(undefined, nothing))).toThrow(AuthoringDefect)
  })
})
