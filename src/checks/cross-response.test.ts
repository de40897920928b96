import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Reply } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import { crossResponseCountDistinct, crossResponseFieldEqual } from './cross-response.ts'
import { evidence, refusal, result, silence } from './evidence.fixture.ts'
import { exchanged } from './exchange.fixture.ts'

function sentAtOnce(...replies: readonly Reply[]) {
  const [first = result({})] = replies
  return evidence(first, { siblings: replies.map((reply) => exchanged(reply)) })
}

const holding = (...values: readonly Json[]) => sentAtOnce(...values.map((id) => result({ id })))
const params = { path: 'id' }
const one = { path: 'id', allowed_values: [1] }

describe('cross_response_field_equal', () => {
  it('passes when all replies say the same', () => {
    expect(crossResponseFieldEqual.evaluate(params, holding('a', 'a', 'a'))).toEqual({ status: 'passed' })
    expect(crossResponseFieldEqual.evaluate(params, holding({ a: 1, b: 2 }, { b: 2, a: 1 }))).toEqual({
      status: 'passed',
    })
  })

  it('fails when one says something else', () => {
    expect(crossResponseFieldEqual.evaluate(params, holding('a', 'b'))).toEqual({
      status: 'failed',
      message: 'id differs',
      pointer: null,
      expected: { path: 'id' },
      actual: { observed_values: ['a', 'b'] },
    })
  })

  it.each([[refusal()], [silence()], [result({ id: null })], [result({})]])(
    'fails when one says nothing: %j',
    (reply) => {
      expect(crossResponseFieldEqual.evaluate(params, sentAtOnce(result({ id: 'a' }), reply))).toMatchObject({
        status: 'failed',
        message: '1 of 2 replies hold no id',
      })
    },
  )

  it('fails when all say nothing', () => {
    expect(crossResponseFieldEqual.evaluate(params, sentAtOnce(refusal(), refusal()))).toMatchObject({
      status: 'failed',
    })
  })
})

describe('cross_response_count_distinct', () => {
  it('counts different values, and nothing for replies without one', () => {
    expect(crossResponseCountDistinct.evaluate(one, holding('a', 'a'))).toEqual({ status: 'passed' })
    expect(crossResponseCountDistinct.evaluate(one, sentAtOnce(result({ id: 'a' }), refusal()))).toEqual({
      status: 'passed',
    })
  })

  it('fails for another number', () => {
    expect(crossResponseCountDistinct.evaluate(one, holding('a', 'b', 'a'))).toEqual({
      status: 'failed',
      message: 'id has 2 different values',
      pointer: null,
      expected: { path: 'id', allowed_values: [1] },
      actual: { observed_cardinality: 2, observed_values: ['a', 'b', 'a'] },
    })
    expect(crossResponseCountDistinct.evaluate(one, sentAtOnce(refusal(), refusal()))).toMatchObject({
      status: 'failed',
    })
  })

  it('blames the author who allows no number', () => {
    expect(() => crossResponseCountDistinct.evaluate(params, holding('a', 'a'))).toThrow(AuthoringDefect)
  })
})

it('says nothing of a step that was sent once', () => {
  for (const outcome of [
    crossResponseFieldEqual.evaluate(params, holding('a')),
    crossResponseCountDistinct.evaluate(one, holding('a')),
  ])
    expect(outcome).toEqual({
      status: 'not_applicable',
      note: 'the step was sent once; there are no replies to compare',
    })
})
