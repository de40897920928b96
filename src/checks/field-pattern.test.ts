import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { enveloped, evidence, noResult, result } from './evidence.fixture.ts'
import { envelopeFieldPattern, fieldPattern } from './field-pattern.ts'

const params = { path: 'v', pattern: '^\\d+\\.\\d+(-[a-z0-9.]+)?$' }

describe('field_pattern', () => {
  it.each(['3.1', '3.1-rc.3'])('passes for %s', (v) => {
    expect(fieldPattern.evaluate(params, evidence(result({ v })))).toEqual({ status: 'passed' })
  })

  it.each<[Json, string]>([
    ['3.1.0', 'v does not match the pattern'],
    ['', 'v does not match the pattern'],
    [3.1, 'v is no string'],
    [null, 'v is no string'],
    [['3.1'], 'v is no string'],
  ])('fails for %j', (v, message) => {
    expect(fieldPattern.evaluate(params, evidence(result({ v })))).toEqual({
      status: 'failed',
      message,
      pointer: '/v',
      expected: { pattern: params.pattern },
      actual: v,
    })
  })

  it.each(['', '.*'])('does not take a missing field for one that matches %j', (pattern) => {
    expect(fieldPattern.evaluate({ path: 'v', pattern }, evidence(result({})))).toMatchObject({
      status: 'failed',
      actual: null,
    })
  })

  it('blames the author for a pattern that is none, whatever the agent answered', () => {
    for (const payload of [{}, { v: 'x' }, { v: 1 }])
      expect(() => fieldPattern.evaluate({ path: 'v', pattern: '(' }, evidence(result(payload)))).toThrow(
        AuthoringDefect,
      )
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply, words }) => {
    expect(fieldPattern.evaluate(params, evidence(reply))).toMatchObject({
      status: 'failed',
      message: `v is missing; the agent answered ${words}`,
    })
  })
})

describe('envelope_field_pattern', () => {
  it('reads the envelope, and not the payload within it', () => {
    const reply = enveloped({ v: 'no' }, { status: 'completed', v: '3.1' })
    expect(envelopeFieldPattern.evaluate(params, evidence(reply))).toEqual({ status: 'passed' })
    expect(fieldPattern.evaluate(params, evidence(reply))).toMatchObject({ status: 'failed', actual: 'no' })
  })

  it('reads the payload when there is no envelope around it', () => {
    expect(envelopeFieldPattern.evaluate(params, evidence(result({ v: '3.1' })))).toEqual({ status: 'passed' })
    expect(envelopeFieldPattern.evaluate(params, evidence(result({ v: '3' })))).toMatchObject({
      status: 'failed',
      actual: '3',
    })
  })
})
