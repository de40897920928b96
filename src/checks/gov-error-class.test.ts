import { describe, expect, it } from 'vitest'
import { type ErrorClass, errorClasses } from './error-classes.ts'
import {
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
import { govErrorClass } from './gov-error-class.ts'

const classes = Object.keys(errorClasses) as ErrorClass[]

describe('gov_error_class', () => {
  it.each(classes.flatMap((kind) => errorClasses[kind].map((code) => [kind, code] as const)))(
    '%s holds for %s, wherever the binding puts it',
    (kind, code) => {
      expect(govErrorClass.evaluate({ class: kind }, evidence(refusal({ code })))).toEqual({ status: 'passed' })
      expect(govErrorClass.evaluate({ class: kind }, evidence(rpcError(-32000, 'no', { code })))).toEqual({
        status: 'passed',
      })
    },
  )

  it.each(classes)('%s does not hold for an internal failure, a result, silence or noise', (kind) => {
    const others = [
      refusal({ code: 'INTERNAL_ERROR' }),
      refusal({ code: 'SERVICE_UNAVAILABLE', message: 'invalid' }),
      errorInWords('boom'),
      result({ status: 'denied' }),
      pending('submitted'),
      prose('PLAN_NOT_FOUND: invalid'),
      rpcError(-32603, 'Internal error'),
      httpError(500, 'invalid'),
      silence(),
    ]
    for (const reply of others) {
      expect(govErrorClass.evaluate({ class: kind }, evidence(reply))).toMatchObject({ status: 'failed' })
    }
  })

  it('says what came instead', () => {
    expect(govErrorClass.evaluate({ class: 'not_found' }, evidence(refusal({ code: 'CONFLICT' })))).toEqual({
      status: 'failed',
      message: 'expected an error of the class not_found; the agent answered the error CONFLICT',
      pointer: '',
      expected: ['PLAN_NOT_FOUND', 'REFERENCE_NOT_FOUND'],
      actual: 'CONFLICT',
    })
  })

  it.each([
    ['MCP error -32602: Input validation error: plan_id'],
    ['Invalid arguments for tool check_governance'],
    ["'plan_id' is a required property"],
    ['1 validation error for CheckGovernance\nplan_id\n  Field required'],
  ])('takes the words of a binding that refuses the arguments for validation: %s', (words) => {
    expect(govErrorClass.evaluate({ class: 'validation' }, evidence(errorInWords(words)))).toEqual({ status: 'passed' })
    expect(govErrorClass.evaluate({ class: 'not_found' }, evidence(errorInWords(words)))).toMatchObject({
      status: 'failed',
    })
  })

  it.each([
    'Authentication required',
    'Unauthorized: invalid bearer token',
    'Invalid credentials',
    'Permission required',
    'Internal server error: invalid memory reference',
    'Internal error while validation ran',
  ])('does not take these for validation: %s', (words) => {
    expect(govErrorClass.evaluate({ class: 'validation' }, evidence(errorInWords(words)))).toMatchObject({
      status: 'failed',
    })
  })

  it('lets the code decide over the words', () => {
    const reply = refusal({ code: 'CONFLICT', message: 'validation failed' })
    expect(govErrorClass.evaluate({ class: 'validation' }, evidence(reply))).toMatchObject({ status: 'failed' })
  })

  it.each([
    ['validation', rpcError(-32602, 'Invalid params')],
    ['validation', httpError(400)],
    ['validation', httpError(422)],
    ['permission', httpError(401)],
    ['permission', httpError(403)],
  ] as const)('%s holds for the binding’s own refusal %j', (kind, reply) => {
    for (const other of classes) {
      const { status } = govErrorClass.evaluate({ class: other }, evidence(reply))
      expect([other, status]).toEqual([other, other === kind ? 'passed' : 'failed'])
    }
  })

  it.each(['payload.packages[0].budget', '/payload/packages/0/budget', '$.budget', 'budget'])(
    'finds the segment in the field %s',
    (field) => {
      const reply = refusal({ code: 'INVALID_REQUEST', field })
      expect(govErrorClass.evaluate({ class: 'validation', field: 'budget' }, evidence(reply))).toEqual({
        status: 'passed',
      })
    },
  )

  it.each([['total_budget'], ['budgets'], [undefined], ['']])('does not find the segment in the field %j', (field) => {
    const reply = refusal({ code: 'INVALID_REQUEST', ...(field === undefined ? {} : { field }) })
    expect(govErrorClass.evaluate({ class: 'validation', field: 'budget' }, evidence(reply))).toEqual({
      status: 'failed',
      message: 'the error does not name "budget" in its field',
      pointer: '/adcp_error/field',
      expected: 'budget',
      actual: field ?? null,
    })
  })

  it('does not find a field in an error that the transport worded', () => {
    const reply = rpcError(-32602, 'Invalid params: budget')
    expect(govErrorClass.evaluate({ class: 'validation', field: 'budget' }, evidence(reply))).toEqual({
      status: 'failed',
      message: 'the error does not name "budget" in its field',
      pointer: null,
      expected: 'budget',
      actual: null,
    })
  })
})
