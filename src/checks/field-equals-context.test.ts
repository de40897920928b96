import { describe, expect, it } from 'vitest'
import { NotEvaluable } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { fieldEqualsContext } from './field-equals-context.ts'

const params = { path: 'a', context_key: 'seen' }
const captured = (seen: Json) => ({ context: new Map([['seen', seen]]) })

describe('field_equals_context', () => {
  it.each<Json>(['x', 0, false, [1, 2], { b: 1, c: [null] }])('passes for what was captured: %j', (a) => {
    expect(fieldEqualsContext.evaluate(params, evidence(result({ a }), captured(a)))).toEqual({ status: 'passed' })
  })

  it('takes no notice of key order, and compares whole replies', () => {
    const reply = result({ x: 1, y: { p: 1, q: 2 } })
    const seen = captured({ y: { q: 2, p: 1 }, x: 1 })
    expect(fieldEqualsContext.evaluate({ path: '', context_key: 'seen' }, evidence(reply, seen))).toEqual({
      status: 'passed',
    })
  })

  it.each<[Json, Json]>([
    ['1', 1],
    [
      [2, 1],
      [1, 2],
    ],
    [null, 'x'],
    [{}, []],
  ])('fails for %j after %j', (a, seen) => {
    expect(fieldEqualsContext.evaluate(params, evidence(result({ a }), captured(seen)))).toEqual({
      status: 'failed',
      message: 'a is not what was captured as seen',
      pointer: '/a',
      expected: seen,
      actual: a,
    })
  })

  it('never passes when nothing was captured', () => {
    expect(() => fieldEqualsContext.evaluate(params, evidence(result({ a: 1 })))).toThrow(NotEvaluable)
    expect(() => fieldEqualsContext.evaluate(params, evidence(result({})))).toThrow('no step captured "seen"')
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
    expect(fieldEqualsContext.evaluate(params, evidence(reply, captured('x')))).toEqual({
      status: 'failed',
      message: `a is missing; the agent answered ${words}`,
      pointer: pointer === null ? null : '/a',
      expected: 'x',
      actual: null,
    })
  })
})
