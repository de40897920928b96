import { describe, expect, it } from 'vitest'
import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { allFieldsInContextArray, fieldInContextArray } from './field-in-context-array.ts'

const captured = (list: Json) => ({ context: new Map([['list', list]]) })
const list = captured(['ctv', { id: 'display', tier: 1 }])

describe('field_in_context_array', () => {
  const params = { path: 'a', context_key: 'list' }

  it.each<Json>(['ctv', { tier: 1, id: 'display' }])('passes for a member: %j', (a) => {
    expect(fieldInContextArray.evaluate(params, evidence(result({ a }), list))).toEqual({ status: 'passed' })
  })

  it.each<Json>(['audio', null, ['ctv'], { id: 'display' }, ''])('fails for %j', (a) => {
    expect(fieldInContextArray.evaluate(params, evidence(result({ a }), list))).toEqual({
      status: 'failed',
      message: 'a is not in the list captured as list',
      pointer: '/a',
      expected: ['ctv', { id: 'display', tier: 1 }],
      actual: a,
    })
  })

  it('blames the author or the capture, not the agent, for a list that is none', () => {
    expect(() => fieldInContextArray.evaluate(params, evidence(result({ a: 1 }), captured('ctv')))).toThrow(
      AuthoringDefect,
    )
    expect(() => fieldInContextArray.evaluate(params, evidence(result({ a: 1 })))).toThrow(NotEvaluable)
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply }) => {
    expect(fieldInContextArray.evaluate(params, evidence(reply, list))).toMatchObject({
      status: 'failed',
      actual: null,
    })
  })
})

describe('all_fields_in_context_array', () => {
  const params = { path: 'products[*].channels[*]', context_key: 'list' }
  const grade = (payload: Record<string, Json>) =>
    allFieldsInContextArray.evaluate(params, evidence(result(payload), list))

  it('passes when every value is a member', () => {
    expect(grade({ products: [{ channels: ['ctv', { tier: 1, id: 'display' }] }, {}] })).toEqual({ status: 'passed' })
  })

  it('fails with all values when one is not', () => {
    expect(grade({ products: [{ channels: ['ctv', 'audio'] }, { channels: [null] }] })).toEqual({
      status: 'failed',
      message: '2 of 3 values at products[*].channels[*] are not in the list captured as list',
      pointer: '',
      expected: ['ctv', { id: 'display', tier: 1 }],
      actual: ['ctv', 'audio', null],
    })
  })

  it.each([{ products: [] }, {}, { products: 'ctv' }, { products: [{ channels: {} }] }])(
    'does not pass for %j, in which there is nothing to compare',
    (payload) => {
      expect(grade(payload)).toEqual({
        status: 'not_applicable',
        note: 'the reply holds no value at products[*].channels[*]',
      })
    },
  )

  it.each(noResult)('fails when the agent answered $words', ({ reply, pointer }) => {
    const outcome = allFieldsInContextArray.evaluate(params, evidence(reply, list))
    if (pointer === null) expect(outcome).toMatchObject({ status: 'failed', pointer: null })
    else expect(outcome.status).toBe('not_applicable')
  })
})
