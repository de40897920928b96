import { describe, expect, it } from 'vitest'
import { enveloped, pending, prose, refusal, result, rpcError } from '../checks/evidence.fixture.ts'
import type { Json } from '../model/json.ts'
import type { ContextOutput, Step } from '../model/storyboard.ts'
import { capture } from './capture.ts'
import { exchange } from './scripted-transport.fixture.ts'

const step = (...context_outputs: ContextOutput[]): Step => ({ id: 's', task: 't', context_outputs })
const one = step({ name: 'x', path: 'a.b' })

describe('capturing', () => {
  it.each<Json>([0, false, [], {}, 'v', { deep: [1] }])('keeps the type of %j', (b) => {
    expect(capture(one, exchange(result({ a: { b } })))).toEqual({ values: new Map([['x', b]]), failures: [] })
  })

  it('knows the older word for a name, takes the name for a path, and leaves values that are made to the start of the run', () => {
    const outputs = step(
      { key: 'old', path: 'a' },
      { name: 'a' },
      { name: 'id', generate: 'uuid_v4' },
      { name: 'o', generate: 'opaque_id' },
    )
    expect([...capture(outputs, exchange(result({ a: 1 }))).values]).toEqual([
      ['old', 1],
      ['a', 1],
    ])
  })

  it('reads the payload within an envelope', () => {
    expect(capture(one, exchange(enveloped({ a: { b: 1 } }))).values).toEqual(new Map([['x', 1]]))
  })

  it('keeps a value that the storyboard gives, from a step that was answered with a result', () => {
    const outputs = step({ name: 'way', value: 'intent' })
    expect(capture(outputs, exchange(result({}))).values).toEqual(new Map([['way', 'intent']]))
    expect(capture(outputs, exchange(refusal())).values).toEqual(new Map())
  })

  it('does not expand what it captures', () => {
    const b = '$test_kit.x {{runner.url}}'
    expect(capture(one, exchange(result({ a: { b } }))).values).toEqual(new Map([['x', b]]))
  })

  it.each([refusal(), rpcError(-32602, 'no'), pending('submitted')])('has nothing to read in %j', (reply) => {
    expect(capture(one, exchange(reply))).toEqual({ values: new Map(), failures: [] })
  })
})

describe('a path that does not resolve', () => {
  it.each([
    [result({ a: {} }), null],
    [result({ a: { b: null } }), null],
    [result({ a: { b: '' } }), ''],
    [result({ a: 'text' }), null],
    [result({ a: [{ b: 1 }] }), null],
    [result({}), null],
    [prose(), null],
  ])('fails for %j', (reply, actual) => {
    expect(capture(one, exchange(reply))).toEqual({
      values: new Map(),
      failures: [
        {
          check: 'capture_path_not_resolvable',
          description: 'The reply holds a.b, which later steps use as x',
          severity: 'required',
          requirements: [],
          path: 'a.b',
          outcome: {
            status: 'failed',
            message: 'a.b is missing or empty, and later steps need it',
            pointer: '/a/b',
            expected: 'a.b',
            actual,
          },
        },
      ],
    })
  })

  it('is not found on a prototype', () => {
    const outputs = step({ name: 'x', path: 'constructor' }, { name: 'y', path: '__proto__.toString' })
    expect(capture(outputs, exchange(result({}))).failures).toHaveLength(2)
  })
})
