import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import type { Step } from '../model/storyboard.ts'
import { buildRequest, type RequestRules } from './build-request.ts'
import type { Scope } from './scope.ts'

const now = Date.parse('2027-06-15T12:00:00Z')
const week = 7 * 86_400_000

function scope(context: Record<string, Json> = {}, more: Partial<Scope> = {}): Scope {
  let made = 0
  return {
    context: new Map(Object.entries(context)),
    kit: { id: 'kit', flight: { start: '2027-05-03' } },
    generated: new Map(),
    ids: { uuid: () => `uuid-${++made}`, opaque: () => `opaque-${++made}` },
    runner: {},
    earlierPayload: () => undefined,
    capturedBy: (name) => (name.startsWith('captured') ? 'board/phase/step' : undefined),
    ...more,
  }
}

const step = (sample_request: JsonObject, more: Partial<Step> = {}): Step => ({
  id: 's',
  task: 'sync_plans',
  sample_request,
  ...more,
})

const rules: RequestRules = { dateShift: 0, now, schemas: undefined }
const keyed: RequestRules = { ...rules, schemas: { mutating: true, requiresIdempotencyKey: true } }

it('sends the sample as written when there is nothing to do', () => {
  const sample = { plan_id: 'p1', list: [null, {}], flight: { start: '2020-01-01' } }
  expect(buildRequest(step(sample), scope(), rules)).toEqual({ status: 'ready', payload: sample, changes: [] })
  expect(buildRequest({ id: 's', task: 't' }, scope(), rules)).toEqual({ status: 'ready', payload: {}, changes: [] })
})

describe('a value that is missing blocks the request', () => {
  it('and is named with the step that should have captured it', () => {
    const built = buildRequest(step({ a: '$context.captured_id', b: 'x {{runner.url}}' }), scope(), rules)
    expect(built).toEqual({
      status: 'blocked',
      detail:
        '$context.captured_id has no value: board/phase/step should have captured it; {{runner.url}} has no value: this run does not offer it',
    })
  })

  it.each([
    ['captured_id', 'board/phase/step'],
    ['other', 'no step'],
  ])('also for the input %s', (key, who) => {
    const inputs = { context_inputs: [{ key, inject_at: 'a.b' }] }
    expect(buildRequest(step({}, inputs), scope(), rules)).toEqual({
      status: 'blocked',
      detail: `$context.${key} has no value for a.b: ${who} should have captured it`,
    })
  })

  it('and so does a reply whose conditions should be applied', () => {
    expect(buildRequest(step({}, { gov_adjust_from: 'first' }), scope(), rules)).toEqual({
      status: 'blocked',
      detail: 'gov_adjust_from: the step first gave no result whose conditions could be applied',
    })
  })
})

describe('context_inputs', () => {
  it('write the typed value and list the change', () => {
    const inputs = { context_inputs: [{ key: 'plan', inject_at: 'plans[0].ext.plan' }] }
    expect(buildRequest(step({ plans: [{ id: 1 }] }, inputs), scope({ plan: { v: 1 } }), rules)).toEqual({
      status: 'ready',
      payload: { plans: [{ id: 1, ext: { plan: { v: 1 } } }] },
      changes: [
        {
          pointer: '/plans/0/ext/plan',
          kind: 'injected',
          from: null,
          to: { v: 1 },
          why: 'context_inputs: plan',
        },
      ],
    })
  })

  it('do not expand a captured value that looks like a placeholder', () => {
    const inputs = { context_inputs: [{ key: 'x', inject_at: 'a' }] }
    const built = buildRequest(step({}, inputs), scope({ x: '$test_kit.flight.start {{runner.url}}' }), rules)
    expect(built).toMatchObject({ payload: { a: '$test_kit.flight.start {{runner.url}}' } })
  })
})

describe('dates', () => {
  it('of the sample, the kit and the literal context move; those the agent gave and the echo context stay', () => {
    const sample = {
      written: '2027-05-03',
      kit: '$test_kit.flight.start',
      literal: '$context.literal',
      given: '$context.captured_start',
      within: '$context.captured_object',
      prior: '{{prior_step.first.start}}',
      old: '2020-01-01',
      context: { at: '2027-05-03' },
    }
    const known = scope(
      { literal: '2027-05-03', captured_start: '2027-05-31', captured_object: { start: '2027-05-31' } },
      { earlierPayload: () => ({ start: '2027-05-31' }) },
    )
    const built = buildRequest(step(sample), known, { ...rules, dateShift: 4 * week })
    expect(built).toMatchObject({
      payload: {
        written: '2027-05-31',
        kit: '2027-05-31',
        literal: '2027-05-31',
        given: '2027-05-31',
        within: { start: '2027-05-31' },
        prior: '2027-05-31',
        old: '2020-01-01',
        context: { at: '2027-05-03' },
      },
    })
  })

  it('that a condition requires are not moved', () => {
    const first = { conditions: [{ field: 'payload.start_time', required_value: '2027-06-01', reason: 'r' }] }
    const known = scope({}, { earlierPayload: (id) => (id === 'first' ? first : undefined) })
    const adjusted = step({ payload: { start_time: '2027-05-03' } }, { gov_adjust_from: 'first' })
    expect(buildRequest(adjusted, known, { ...rules, dateShift: week })).toMatchObject({
      payload: { payload: { start_time: '2027-06-01' } },
      changes: [
        { pointer: '/payload/start_time', kind: 'shifted', to: '2027-05-10' },
        { pointer: '/payload/start_time', kind: 'injected', from: '2027-05-10', to: '2027-06-01' },
      ],
    })
  })
})

it('does not expand a required value that looks like a placeholder', () => {
  const first = {
    conditions: [{ field: 'note', required_value: '$test_kit.flight.start {{runner.url}}', reason: 'r' }],
  }
  const known = scope({}, { earlierPayload: () => first })
  expect(buildRequest(step({ note: 'x' }, { gov_adjust_from: 'first' }), known, rules)).toMatchObject({
    payload: { note: '$test_kit.flight.start {{runner.url}}' },
  })
})

describe('the idempotency key', () => {
  it('is generated and listed when the schema requires one and the author gave none', () => {
    expect(buildRequest(step({ a: 1 }), scope(), keyed)).toEqual({
      status: 'ready',
      payload: { a: 1, idempotency_key: 'uuid-1' },
      changes: [
        {
          pointer: '/idempotency_key',
          kind: 'generated',
          to: 'uuid-1',
          why: 'the request schema requires one and the storyboard gives none',
        },
      ],
    })
  })

  it.each<[string, Step, RequestRules]>([
    ['the author gave one', step({ idempotency_key: 'mine' }), keyed],
    ['the author gave a bad one on purpose', step({ idempotency_key: null }), keyed],
    ['the author asks for its absence', step({}, { omit_idempotency_key: true }), keyed],
    [
      'the schema does not require one',
      step({}),
      { ...rules, schemas: { mutating: true, requiresIdempotencyKey: false } },
    ],
    ['the task is unknown', step({}), rules],
  ])('is left alone when %s', (_when, authored, given) => {
    expect(buildRequest(authored, scope(), given)).toEqual({
      status: 'ready',
      payload: authored.sample_request,
      changes: [],
    })
  })
})
