import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { enveloped, evidence, noResult, result } from './evidence.fixture.ts'
import { fieldPresent } from './field-present.ts'

describe('field_present', () => {
  it.each<Json>([1, 0, false, [], {}, 'x', ' '])('passes for %j', (a) => {
    expect(fieldPresent.evaluate({ path: 'a' }, evidence(result({ a })))).toEqual({ status: 'passed' })
  })

  it('fails when the field is absent', () => {
    expect(fieldPresent.evaluate({ path: 'plans[0].plan_id' }, evidence(result({ plans: [] })))).toEqual({
      status: 'failed',
      message: 'plans[0].plan_id is missing',
      pointer: '/plans/0/plan_id',
      expected: 'plans[0].plan_id',
      actual: null,
    })
  })

  it('fails when the field is null', () => {
    expect(fieldPresent.evaluate({ path: 'a' }, evidence(result({ a: null })))).toEqual({
      status: 'failed',
      message: 'a is null',
      pointer: '/a',
      expected: 'a',
      actual: null,
    })
  })

  it('fails when the field is an empty text', () => {
    expect(fieldPresent.evaluate({ path: 'a' }, evidence(result({ a: '' })))).toEqual({
      status: 'failed',
      message: 'a is empty',
      pointer: '/a',
      expected: 'a',
      actual: '',
    })
  })

  it.each([{ a: 'text' }, { a: 7 }, { a: ['b'] }, { a: null }])('fails when the way to the field is %j', (payload) => {
    expect(fieldPresent.evaluate({ path: 'a.b' }, evidence(result(payload)))).toMatchObject({ status: 'failed' })
  })

  it.each(['toString', 'constructor', 'constructor.name', '__proto__', '__proto__.toString', 'hasOwnProperty'])(
    'does not take %s from a prototype',
    (path) => {
      expect(fieldPresent.evaluate({ path }, evidence(result({})))).toMatchObject({ status: 'failed' })
    },
  )

  it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
    expect(fieldPresent.evaluate({ path: 'a' }, evidence(reply))).toEqual({
      status: 'failed',
      message: `a is missing; the agent answered ${words}`,
      pointer: pointer === null ? null : '/a',
      expected: 'a',
      actual: null,
    })
  })

  it('looks into the payload of an envelope, not at the envelope', () => {
    const reply = enveloped({ plan_id: 'p1' }, { status: 'completed', task_id: 't1' })
    expect(fieldPresent.evaluate({ path: 'plan_id' }, evidence(reply))).toEqual({ status: 'passed' })
    expect(fieldPresent.evaluate({ path: 'task_id' }, evidence(reply))).toMatchObject({ status: 'failed' })
  })

  it('blames the author for a path that is none', () => {
    expect(() => fieldPresent.evaluate({ path: 'plans[*].id' }, evidence(result({})))).toThrow(AuthoringDefect)
  })
})
