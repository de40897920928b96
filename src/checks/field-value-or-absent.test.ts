import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { fieldValueOrAbsent } from './field-value-or-absent.ts'

describe('field_value_or_absent', () => {
  it.each([{}, { x: null }, { x: 'audit' }])('passes for %j', (payload) => {
    expect(fieldValueOrAbsent.evaluate({ path: 'x', value: 'audit' }, evidence(result(payload)))).toEqual({
      status: 'passed',
    })
  })

  it.each(['', false, 0, 'enforce', [], {}])('fails for %j', (x) => {
    expect(fieldValueOrAbsent.evaluate({ path: 'x', allowed_values: ['audit'] }, evidence(result({ x })))).toEqual({
      status: 'failed',
      message: 'x is there with a value that is not allowed',
      pointer: '/x',
      expected: 'audit',
      actual: x,
    })
  })

  it.each(noResult.filter(({ pointer }) => pointer === null))(
    'does not take it for absence that the agent answered $words',
    ({ reply, words }) => {
      expect(fieldValueOrAbsent.evaluate({ path: 'x', value: 1 }, evidence(reply))).toEqual({
        status: 'failed',
        message: `nothing shows x: the agent answered ${words}`,
        pointer: null,
        expected: 1,
        actual: null,
      })
    },
  )

  it('never passes without a value to compare, absent field or not', () => {
    expect(() => fieldValueOrAbsent.evaluate({ path: 'x' }, evidence(result({})))).toThrow(AuthoringDefect)
    expect(() => fieldValueOrAbsent.evaluate({ path: 'x', allowed_values: [] }, evidence(result({})))).toThrow(
      AuthoringDefect,
    )
  })
})
