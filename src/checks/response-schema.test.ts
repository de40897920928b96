import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { CompiledSchema, SchemaError } from '../model/schema-set.ts'
import {
  enveloped,
  errorInWords,
  evidence,
  httpError,
  pending,
  prose,
  refusal,
  result,
  rpcError,
  silence,
} from './evidence.fixture.ts'
import { responseSchema } from './response-schema.ts'

const missing: SchemaError = {
  instancePath: '',
  schemaPath: '#/required',
  keyword: 'required',
  message: "must have required property 'plan_id'",
}
const wrongType: SchemaError = {
  instancePath: '/plan_id',
  schemaPath: '#/properties/plan_id/type',
  keyword: 'type',
  message: 'must be string',
}

/** Wants a string in plan_id. */
const schema: CompiledSchema = {
  id: '/schemas/x.json',
  url: 'https://example.test/x.json',
  validate(value) {
    const id = (value as { plan_id?: unknown }).plan_id
    if (id === undefined) return [missing]
    return typeof id === 'string' ? [] : [wrongType, missing]
  },
}

const allowing = (expects: 'success' | 'error' | 'any') => ({ responseSchema: schema, expects })

describe('response_schema', () => {
  it('passes a valid payload, enveloped or not', () => {
    for (const reply of [result({ plan_id: 'p' }), enveloped({ plan_id: 'p' })]) {
      expect(responseSchema.evaluate({}, evidence(reply, allowing('success')))).toEqual({ status: 'passed' })
    }
  })

  it('fails an invalid payload with every broken rule', () => {
    expect(responseSchema.evaluate({}, evidence(result({ plan_id: 7 }), allowing('success')))).toEqual({
      status: 'failed',
      message: '/plan_id must be string (and 1 more)',
      pointer: '/plan_id',
      expected: '/schemas/x.json',
      actual: [
        {
          instance_path: '/plan_id',
          schema_path: '#/properties/plan_id/type',
          keyword: 'type',
          message: 'must be string',
        },
        {
          instance_path: '',
          schema_path: '#/required',
          keyword: 'required',
          message: "must have required property 'plan_id'",
        },
      ],
      schemaErrors: [wrongType, missing],
    })
  })

  it.each(['success', 'error', 'any'] as const)('fails an empty result where %s is expected', (expects) => {
    expect(responseSchema.evaluate({}, evidence(result({}), allowing(expects)))).toMatchObject({
      status: 'failed',
      message: "the reply must have required property 'plan_id'",
      pointer: '',
    })
  })

  it.each([refusal(), errorInWords('no'), rpcError(-32602, 'no'), httpError(404)])(
    'does not apply to an error that the step allows: %j',
    (reply) => {
      for (const expects of ['error', 'any'] as const) {
        expect(responseSchema.evaluate({}, evidence(reply, allowing(expects)))).toEqual({
          status: 'not_applicable',
          note: 'the reply is an error, which the step allows; response schemas describe results',
        })
      }
    },
  )

  it.each([
    [refusal(), 'the error PLAN_NOT_FOUND', ''],
    [rpcError(-32602, 'no'), 'the JSON-RPC error -32602 (no)', null],
    [httpError(404), 'HTTP 404', null],
    [prose(), 'a result without a JSON object', null],
  ])('fails where a result is due: %j', (reply, words, pointer) => {
    expect(responseSchema.evaluate({}, evidence(reply, allowing('success')))).toEqual({
      status: 'failed',
      message: `expected a result that matches /schemas/x.json; the agent answered ${words}`,
      pointer,
      expected: '/schemas/x.json',
      actual: null,
    })
  })

  it.each([prose(), httpError(500), silence()])('fails in any step: %j', (reply) => {
    for (const expects of ['success', 'error', 'any'] as const) {
      expect(responseSchema.evaluate({}, evidence(reply, allowing(expects)))).toMatchObject({ status: 'failed' })
    }
  })

  it('does not apply to a task that is not final', () => {
    expect(responseSchema.evaluate({}, evidence(pending('submitted'), allowing('success')))).toEqual({
      status: 'not_applicable',
      note: 'the task is still "submitted"; the schema describes its final result',
    })
  })

  it('grades a task that is not final by the schema of its state', () => {
    const variant = { ...schema, id: '/schemas/x-async-response-working.json' }
    const graded = (status: 'working' | 'submitted', more: object) =>
      responseSchema.evaluate({}, evidence(pending(status, { ...more }), { responseSchema: variant })).status
    expect(graded('working', { plan_id: 'p' })).toBe('passed')
    expect(graded('working', { plan_id: 7 })).toBe('failed')
    expect(graded('submitted', { plan_id: 'p' })).toBe('not_applicable')
  })

  it('grades one by the schema that was chosen for it, where the task may be answered so', () => {
    const graded = (more: object) =>
      responseSchema.evaluate(
        {},
        evidence(pending('submitted', { ...more }), { responseSchema: schema, mayBeInterim: true }),
      )
    expect(graded({ plan_id: 'p' }).status).toBe('passed')
    expect(graded({ plan_id: 7 }).status).toBe('failed')
  })

  it('blames the corpus when the release has no such schema', () => {
    expect(() => responseSchema.evaluate({}, evidence(result({})))).toThrow(AuthoringDefect)
  })
})
