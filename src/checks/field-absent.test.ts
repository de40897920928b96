import { describe, expect, it } from 'vitest'
import { evidence, noResult, refusal, result } from './evidence.fixture.ts'
import { fieldAbsent } from './field-absent.ts'

describe('field_absent', () => {
  it.each([{}, { a: null }, { b: 1 }])('passes for %j', (payload) => {
    expect(fieldAbsent.evaluate({ path: 'a' }, evidence(result(payload)))).toEqual({ status: 'passed' })
  })

  it.each([0, false, '', [], {}])('fails for %j', (a) => {
    expect(fieldAbsent.evaluate({ path: 'a' }, evidence(result({ a })))).toEqual({
      status: 'failed',
      message: 'a must not be there',
      pointer: '/a',
      expected: null,
      actual: a,
    })
  })

  it('holds for the payload of an error too', () => {
    const reply = refusal({ code: 'CONFLICT' }, { leaked: true })
    expect(fieldAbsent.evaluate({ path: 'token' }, evidence(reply))).toEqual({ status: 'passed' })
    expect(fieldAbsent.evaluate({ path: 'leaked' }, evidence(reply))).toEqual({
      status: 'failed',
      message: 'leaked must not be there; the agent answered the error CONFLICT',
      pointer: '/leaked',
      expected: null,
      actual: true,
    })
  })

  it.each(noResult.filter(({ pointer }) => pointer === null))(
    'proves nothing when the agent answered $words',
    ({ reply, words }) => {
      expect(fieldAbsent.evaluate({ path: 'a' }, evidence(reply))).toEqual({
        status: 'failed',
        message: `nothing shows that a is absent: the agent answered ${words}`,
        pointer: null,
        expected: null,
        actual: null,
      })
    },
  )
})
