import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import { applyConditions } from './adjust.ts'

const request: JsonObject = {
  plan_id: 'p1',
  payload: { budget: 90, packages: [{ budget: 90 }], start_time: '2027-04-01' },
}

const requiring = (field: Json, required_value?: Json): JsonObject => ({
  status: 'conditions',
  conditions: [{ field, reason: 'r', ...(required_value === undefined ? {} : { required_value }) }],
})

describe('the required value of a condition', () => {
  it.each<[string, string, JsonObject]>([
    ['payload.budget', '/payload/budget', { ...request, payload: { ...(request.payload as JsonObject), budget: 5 } }],
    ['budget', '/payload/budget', { ...request, payload: { ...(request.payload as JsonObject), budget: 5 } }],
    [
      'packages[0].budget',
      '/payload/packages/0/budget',
      { ...request, payload: { ...(request.payload as JsonObject), packages: [{ budget: 5 }] } },
    ],
    ['$.payload.budget', '/payload/budget', { ...request, payload: { ...(request.payload as JsonObject), budget: 5 } }],
  ])('is written at %s', (field, pointer, value) => {
    expect(applyConditions(request, requiring(field, 5))).toEqual({
      value,
      changes: [{ pointer, kind: 'injected', from: 90, to: 5, why: 'a condition of the earlier check requires it' }],
    })
  })

  it('is written where there was nothing, and the change has no from', () => {
    expect(applyConditions(request, requiring('payload.targeting.geo', ['US']))).toEqual({
      value: { ...request, payload: { ...(request.payload as JsonObject), targeting: { geo: ['US'] } } },
      changes: [
        {
          pointer: '/payload/targeting/geo',
          kind: 'injected',
          to: ['US'],
          why: 'a condition of the earlier check requires it',
        },
      ],
    })
  })

  it('may be null, and every condition counts', () => {
    const reply = {
      conditions: [
        { field: 'plan_id', required_value: null, reason: 'r' },
        { field: 'budget', required_value: 1, reason: 'r' },
      ],
    }
    const { value, changes } = applyConditions(request, reply)
    expect(value).toMatchObject({ plan_id: null, payload: { budget: 1 } })
    expect(changes.map(({ pointer }) => pointer)).toEqual(['/plan_id', '/payload/budget'])
  })

  it('is written at the root when the request has no payload of its own', () => {
    expect(applyConditions({ plan_id: 'p1' }, requiring('planned_delivery.total_budget', 5)).value).toEqual({
      plan_id: 'p1',
      planned_delivery: { total_budget: 5 },
    })
  })
})

describe('a condition that cannot be applied leaves the sample as written', () => {
  it.each<[string, JsonObject | undefined]>([
    ['no reply', undefined],
    ['no conditions', { status: 'approved' }],
    ['conditions that are no list', { conditions: { field: 'budget', required_value: 1 } }],
    ['conditions that are none', { conditions: [null, 'budget', 7, []] }],
    ['no required value', requiring('budget')],
    ['no field', { conditions: [{ required_value: 1, reason: 'r' }] }],
    ['an empty field', requiring('', 1)],
    ['a field that is no string', requiring(['budget'], 1)],
    ['a field that is no path', requiring('packages[*].budget', 1)],
    ['a path that is too long', requiring('a.'.repeat(1000), 1)],
    ['a prototype', requiring('__proto__.polluted', 1)],
    ['a prototype within', requiring('payload.constructor.prototype.polluted', 1)],
    ['an index at the root', requiring('[0].budget', 1)],
    ['an index into nothing', requiring('payload.extras[0]', 1)],
    ['an index beyond the end', requiring('packages[1].budget', 1)],
    ['an enormous index', requiring('packages[4000000000].budget', 1)],
    ['a key of a list', requiring('packages.budget', 1)],
    ['a key of a number', requiring('payload.budget.amount', 1)],
  ])('%s', (_what, reply) => {
    expect(applyConditions(request, reply)).toEqual({ value: request, changes: [] })
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})
