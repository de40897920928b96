import { describe, expect, it } from 'vitest'
import type { Reply } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import { evidence, noResult, pending, refusal, result } from './evidence.fixture.ts'
import { govFlagged } from './gov-flagged.ts'

const finding = (severity: string) => ({ category_id: 'c', explanation: 'e', severity })
const judge = (reply: Reply) => govFlagged.evaluate({}, evidence(reply))

describe('gov_flagged', () => {
  it.each<Reply>([
    result({ status: 'denied' }),
    result({ status: 'conditions' }),
    pending('submitted'),
    refusal({ code: 'PERMISSION_DENIED' }),
    result({ status: 'approved', findings: [finding('warning')] }),
    result({ status: 'approved', findings: [finding('info'), finding('critical')] }),
  ])('passes for %j', (reply) => expect(judge(reply)).toEqual({ status: 'passed' }))

  it.each<Json>([null, [], 'none', [finding('info')], [{ severity: 'critical' }], [null]])(
    'fails for an approval with the findings %j',
    (findings) => {
      expect(judge(result({ status: 'approved', findings }))).toMatchObject({
        status: 'failed',
        message: expect.stringContaining('the action went through in silence'),
        actual: 'approved',
      })
    },
  )

  it('fails for an approval without findings', () => {
    expect(judge(result({ status: 'approved' }))).toEqual({
      status: 'failed',
      message:
        'the action went through in silence: the action must not be approved; the decision is "approved", 0 findings, 1 or more are due',
      pointer: '',
      expected: ['denied', 'conditions', 'human review', 'an AdCP error'],
      actual: 'approved',
    })
  })

  it.each(noResult.slice(1))('fails for $words', ({ reply }) => {
    expect(judge(reply)).toMatchObject({ status: 'failed' })
  })
})
