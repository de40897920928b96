import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { envelopeFieldAbsent, envelopeFieldValue, envelopeFieldValueOrAbsent } from './envelope-fields.ts'
import { enveloped, errorInWords, evidence, httpError, prose, result, rpcError } from './evidence.fixture.ts'

const params = { path: 'status', value: 'completed' }
const wrapped = (status: Json) => enveloped({ status: 'denied' }, { status })
const noPayload = [errorInWords('boom'), prose(), rpcError(-32603, 'no'), httpError(500)]

describe('envelope_field_absent', () => {
  const absent = { path: 'task_status' }

  it.each([result({ a: 1 }), result({ task_status: null }), enveloped({ task_status: 'in the payload' })])(
    'passes for %j',
    (reply) => expect(envelopeFieldAbsent.evaluate(absent, evidence(reply))).toEqual({ status: 'passed' }),
  )

  it.each([result({ task_status: '' }), enveloped({}, { status: 'completed', task_status: '' })])(
    'fails for %j',
    (reply) => {
      expect(envelopeFieldAbsent.evaluate(absent, evidence(reply))).toEqual({
        status: 'failed',
        message: 'task_status must not be there',
        pointer: '/task_status',
        expected: null,
        actual: '',
      })
    },
  )
})

describe('envelope_field_value', () => {
  it('reads the envelope, or the payload that has none', () => {
    expect(envelopeFieldValue.evaluate(params, evidence(wrapped('completed')))).toEqual({ status: 'passed' })
    expect(envelopeFieldValue.evaluate(params, evidence(result({ status: 'completed' })))).toEqual({ status: 'passed' })
  })

  it('fails for another value, and for none', () => {
    expect(envelopeFieldValue.evaluate(params, evidence(wrapped('failed')))).toEqual({
      status: 'failed',
      message: 'status is not what was expected',
      pointer: '/status',
      expected: 'completed',
      actual: 'failed',
    })
    expect(envelopeFieldValue.evaluate(params, evidence(result({})))).toMatchObject({
      message: 'status is missing in the envelope',
      actual: null,
    })
  })
})

describe('envelope_field_value_or_absent', () => {
  const replayed = { path: 'replayed', allowed_values: [false] }

  it.each([{}, { replayed: null }, { replayed: false }])('passes for %j', (payload) => {
    expect(envelopeFieldValueOrAbsent.evaluate(replayed, evidence(result(payload)))).toEqual({ status: 'passed' })
  })

  it.each<Json>([true, 'false', 0, []])('fails for %j', (value) => {
    expect(envelopeFieldValueOrAbsent.evaluate(replayed, evidence(result({ replayed: value })))).toEqual({
      status: 'failed',
      message: 'replayed holds a value that is not allowed',
      pointer: '/replayed',
      expected: false,
      actual: value,
    })
  })
})

it.each(noPayload)('nothing is shown by a reply without a payload: %j', (reply) => {
  for (const check of [envelopeFieldAbsent, envelopeFieldValue, envelopeFieldValueOrAbsent])
    expect(check.evaluate(params, evidence(reply))).toMatchObject({ status: 'failed', pointer: null })
})

it('blames the author who gives no value', () => {
  for (const check of [envelopeFieldValue, envelopeFieldValueOrAbsent])
    expect(() => check.evaluate({ path: 'status' }, evidence(result({})))).toThrow(AuthoringDefect)
})
