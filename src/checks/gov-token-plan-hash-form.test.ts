import { describe, expect, it } from 'vitest'
import { govTokenPlanHashForm } from './gov-token-plan-hash-form.ts'
import { carrying, token } from './token.fixture.ts'

const hash = 'aB3_-'.repeat(9).slice(0, 43)

describe('gov_token_plan_hash_form', () => {
  it('passes 43 characters of base64url', () => {
    expect(govTokenPlanHashForm.evaluate({}, carrying(token({ plan_hash: hash })))).toEqual({ status: 'passed' })
    const other = token({ plan_hash: hash, cap: 1 }, { crit: ['cap'] })
    expect(govTokenPlanHashForm.evaluate({}, carrying(other))).toEqual({ status: 'passed' })
  })

  it.each(['', `${hash}=`, hash.slice(1), `${hash}a`, 'a+/'.repeat(15).slice(0, 43), 'ab'.repeat(32), null, 7])(
    'fails %j',
    (plan_hash) => {
      expect(govTokenPlanHashForm.evaluate({}, carrying(token({ plan_hash })))).toEqual({
        status: 'failed',
        message: 'plan_hash is not 43 characters of base64url',
        pointer: '',
        expected: '43 characters of base64url, outside crit',
        actual: { plan_hash, crit: null },
      })
    },
  )

  it('fails a token without a hash, or one that lists it as critical', () => {
    expect(govTokenPlanHashForm.evaluate({}, carrying(token()))).toMatchObject({
      status: 'failed',
      message: 'the token has no claim plan_hash',
    })
    const critical = token({ plan_hash: hash }, { crit: ['plan_hash'] })
    expect(govTokenPlanHashForm.evaluate({}, carrying(critical))).toMatchObject({
      status: 'failed',
      message: 'the token lists plan_hash as critical',
      actual: { plan_hash: hash, crit: ['plan_hash'] },
    })
  })
})
