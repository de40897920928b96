import { describe, expect, it } from 'vitest'
import { evidence, httpError, pending, refusal, result, silence } from '../checks/evidence.fixture.ts'
import type { Evidence } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import type { CompiledSchema } from '../model/schema-set.ts'
import type { Validation } from '../model/storyboard.ts'
import { judgeStep, type ReadyValidation, unevaluated } from './judge-step.ts'

const valid: CompiledSchema = { id: '/schemas/x.json', url: 'https://example.test/x.json', validate: () => [] }
const breaking: CompiledSchema = {
  ...valid,
  validate: () => {
    throw new TypeError('our bug')
  },
}

function ready(authored: Validation, more: Partial<ReadyValidation> = {}): ReadyValidation {
  const { check: _check, description: _d, severity: _s, requirements: _r, ...params } = authored
  return { authored, params: params as Record<string, Json>, ...more }
}

const present = (path: string, more: Partial<Validation> = {}) => ready({ check: 'field_present', path, ...more })

function verdictOf(seen: Evidence, ...validations: ReadyValidation[]) {
  return judgeStep(seen, validations).verdict
}

const good = evidence(result({ a: 1 }))

describe('the verdict of a step', () => {
  it('is passed when every required validation holds', () => {
    expect(verdictOf(good, present('a'))).toEqual({ status: 'passed' })
  })

  it('is failed when one does not, whatever else holds or is blocked', () => {
    expect(verdictOf(good, present('a'), present('b'), ready({ check: 'no_such_check' }))).toEqual({ status: 'failed' })
  })

  it('is failed when the reply is of the wrong kind, whatever the author asserts', () => {
    expect(verdictOf(evidence(refusal()), present('adcp_error'))).toEqual({ status: 'failed' })
    expect(verdictOf(evidence(result({}), { expects: 'error' }))).toEqual({ status: 'failed' })
  })

  it('never follows from an advisory validation', () => {
    const advisory = { severity: 'advisory' } as const
    expect(verdictOf(good, present('b', advisory))).toEqual({ status: 'passed' })
    expect(verdictOf(good, ready({ check: 'no_such_check', ...advisory }))).toEqual({ status: 'passed' })
    expect(verdictOf(good, ready({ check: 'field_value', path: 'a', ...advisory }))).toEqual({ status: 'passed' })
    expect(verdictOf(good, present('b'), present('a', advisory))).toEqual({ status: 'failed' })
  })

  it('is blocked by a check that this release does not know', () => {
    expect(verdictOf(good, present('a'), ready({ check: 'field_presnt', path: 'a' }))).toEqual({
      status: 'blocked',
      reason: 'unknown_check',
      detail: 'this release does not know the check "field_presnt"',
    })
    expect(verdictOf(good, ready({ check: '__proto__' }))).toMatchObject({ reason: 'unknown_check' })
  })

  it('is blocked by a defect of authoring', () => {
    expect(verdictOf(good, ready({ check: 'field_value', path: 'a' }))).toEqual({
      status: 'blocked',
      reason: 'authoring_defect',
      detail: 'the validation gives neither "value" nor "allowed_values", so nothing can be compared',
    })
    expect(verdictOf(good, present('a[*]'))).toMatchObject({ status: 'blocked', reason: 'authoring_defect' })
  })

  it('is blocked when a parameter has no value', () => {
    const lost = present('a', {})
    expect(verdictOf(good, { ...lost, unresolved: '$context.x has no value: no step captures it' })).toMatchObject({
      status: 'blocked',
      detail: '$context.x has no value: no step captures it',
    })
  })

  it('is errored when a check breaks, even beside a failure', () => {
    const seen = evidence(result({ a: 1 }), { responseSchema: breaking })
    const verdict = verdictOf(seen, present('b'), ready({ check: 'response_schema' }))
    expect(verdict).toMatchObject({ status: 'errored' })
    expect(verdict.status === 'errored' && verdict.detail).toMatch(
      /^the check response_schema broke: TypeError: our bug/,
    )
  })
})

describe('zero evaluated assertions', () => {
  const schemaOnly = ready({ check: 'response_schema' })

  it('are no pass: a task in progress shows nothing of the result that is due', () => {
    const seen = evidence(pending('submitted'), { responseSchema: valid })
    const nothing = {
      status: 'blocked',
      reason: 'nothing_evaluated',
      detail: 'no required validation could be evaluated: the task is still "submitted", and there is no result yet',
    }
    expect(verdictOf(seen)).toEqual(nothing)
    expect(verdictOf(seen, schemaOnly)).toEqual(nothing)
    expect(verdictOf(seen, schemaOnly, present('task_id', { severity: 'advisory' }))).toEqual(nothing)
  })

  it('are not all there is when the author looks at the task in progress', () => {
    const seen = evidence(pending('submitted'), { responseSchema: valid })
    expect(verdictOf(seen, schemaOnly, ready({ check: 'gov_not_approved' }))).toEqual({ status: 'passed' })
    expect(verdictOf(seen, present('plan_id'))).toEqual({ status: 'failed' })
  })

  it('are not all there is when the step allows the reply as it is', () => {
    expect(verdictOf({ ...evidence(pending('submitted')), expects: 'any', responseSchema: valid }, schemaOnly)).toEqual(
      {
        status: 'passed',
      },
    )
    expect(verdictOf({ ...evidence(refusal()), expects: 'error', responseSchema: valid }, schemaOnly)).toEqual({
      status: 'passed',
    })
  })

  it('are not all there is when the agent gave the result that is due', () => {
    expect(verdictOf(good)).toEqual({ status: 'passed' })
  })
})

describe('the results of a step', () => {
  it('start with what every step asserts and carry what the author wrote', () => {
    const authored = { description: 'there is an a', requirements: ['GOV-GA-001'] }
    const seen = evidence(result({ a: 1 }), { responseSchema: valid })
    const { validations } = judgeStep(seen, [present('a', authored), ready({ check: 'response_schema' })])
    expect(validations).toEqual([
      {
        check: 'gov_reply',
        description: 'The agent answers the task with a result',
        severity: 'required',
        requirements: [],
        outcome: { status: 'passed' },
      },
      {
        check: 'field_present',
        description: 'there is an a',
        severity: 'required',
        requirements: ['GOV-GA-001'],
        path: 'a',
        outcome: { status: 'passed' },
      },
      {
        check: 'response_schema',
        description: 'response_schema',
        severity: 'required',
        requirements: [],
        schema: { id: '/schemas/x.json', url: 'https://example.test/x.json' },
        outcome: { status: 'passed' },
      },
    ])
  })

  it('are not evaluated for silence, which fails the step', () => {
    const { verdict, validations } = judgeStep(evidence(silence()), [present('a')])
    expect(verdict).toEqual({ status: 'failed' })
    expect(validations.map(({ outcome }) => outcome)).toMatchObject([
      { status: 'failed', actual: 'timeout' },
      { status: 'blocked', reason: 'there is no reply to look at' },
    ])
  })

  it('are evaluated for an HTTP error, and fail', () => {
    const { verdict, validations } = judgeStep(evidence(httpError(500), { expects: 'any' }), [present('a')])
    expect(verdict).toEqual({ status: 'failed' })
    expect(validations.map(({ outcome }) => outcome.status)).toEqual(['failed', 'failed'])
  })
})

it('leaves the validations of a step that was not sent unevaluated, each with the reason', () => {
  const authored: Validation[] = [{ check: 'field_present', path: 'a', requirements: ['R'] }, { check: 'unheard_of' }]
  expect(unevaluated(authored, 'missing_tool', 'not sent')).toEqual([
    {
      check: 'field_present',
      description: 'field_present',
      severity: 'required',
      requirements: ['R'],
      path: 'a',
      outcome: { status: 'blocked', cause: 'missing_tool', reason: 'not sent' },
    },
    {
      check: 'unheard_of',
      description: 'unheard_of',
      severity: 'required',
      requirements: [],
      outcome: { status: 'blocked', cause: 'missing_tool', reason: 'not sent' },
    },
  ])
})
