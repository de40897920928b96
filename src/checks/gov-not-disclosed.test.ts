import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import { evidence, httpError, prose, refusal, result, rpcError, silence } from './evidence.fixture.ts'
import { govNotDisclosed } from './gov-not-disclosed.ts'

const params = { values: ['s3cret-limit', 'say "no"'] }

describe('gov_not_disclosed', () => {
  it.each([
    result({ explanation: 'over the limit' }),
    result({}),
    refusal(),
    prose(),
    rpcError(-32603, 'no'),
    httpError(400, 'no'),
  ])('passes for %j', (reply) => {
    expect(govNotDisclosed.evaluate(params, evidence(reply))).toEqual({ status: 'passed' })
  })

  it.each([
    [result({ deep: [{ text: 'it is s3cret-limit.' }] }), ''],
    [result({ 's3cret-limit': 1 }), ''],
    [prose('it is s3cret-limit'), null],
    [rpcError(-32603, 'over s3cret-limit'), null],
    [httpError(500, '<pre>s3cret-limit</pre>'), null],
  ])('fails for %j', (reply, pointer) => {
    expect(govNotDisclosed.evaluate(params, evidence(reply))).toEqual({
      status: 'failed',
      message: 'the reply discloses what it must keep to itself',
      pointer,
      expected: { none_of: params.values },
      actual: ['s3cret-limit'],
    })
  })

  it('sees through JSON escapes', () => {
    expect(govNotDisclosed.evaluate(params, evidence(result({ a: 'they say "no" here' })))).toMatchObject({
      actual: ['say "no"'],
    })
    const escaped = '{"a":"s3cret\\u002dlimit"}'
    const reply = { ...result({ a: 's3cret-limit' }), raw: { content: [{ type: 'text', text: escaped }] } }
    expect(govNotDisclosed.evaluate(params, evidence(reply))).toMatchObject({ actual: ['s3cret-limit'] })
  })

  it('has nothing to search in silence', () => {
    expect(govNotDisclosed.evaluate(params, evidence(silence()))).toEqual({
      status: 'failed',
      message: 'there is nothing to search: no usable reply (no answer in 30 s)',
      pointer: null,
      expected: 'a reply',
      actual: null,
    })
  })

  it.each([[[]], [['']], [['  ']], [[50000]], [['fine', null]]])('blames the author for the values %j', (values) => {
    const unusable = { values: values as unknown as string[] }
    expect(() => govNotDisclosed.evaluate(unusable, evidence(result({ n: 1 })))).toThrow(AuthoringDefect)
  })
})
