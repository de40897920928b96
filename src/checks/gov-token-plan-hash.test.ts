import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { planHash } from '../token/plan-hash.ts'
import { govTokenPlanHash } from './gov-token-plan-hash.ts'
import { carrying, exchange, token } from './token.fixture.ts'

const plan = { plan_id: 'plan_1', objectives: 'Launch.', ext: { rate: 0.1 } }
const hash = planHash(plan)
const bytes = Buffer.from(hash, 'base64url')

function seen(claims: JsonObject, plans: Json = [{ plan_id: 'plan_0' }, plan]) {
  const earlier = (id: string) => (id === 'sync' ? exchange({ plans }, {}) : undefined)
  return carrying(token(claims), { earlier, request: { plan_id: 'plan_1' } })
}

describe('gov_token_plan_hash', () => {
  it.each([hash, bytes.toString('hex'), bytes.toString('base64')])('passes the hash of the plan as %s', (plan_hash) => {
    expect(govTokenPlanHash.evaluate({ synced_by: 'sync' }, seen({ plan_hash }))).toEqual({ status: 'passed' })
  })

  it.each([planHash({ ...plan, objectives: 'Other.' }), '', null, 7, [hash]])('fails %j', (plan_hash) => {
    expect(govTokenPlanHash.evaluate({ synced_by: 'sync' }, seen({ plan_hash }))).toEqual({
      status: 'failed',
      message: 'plan_hash is not the hash of the plan as it was sent',
      pointer: '',
      expected: hash,
      actual: plan_hash,
    })
  })

  it('fails a token without a hash', () => {
    expect(govTokenPlanHash.evaluate({ synced_by: 'sync' }, seen({}))).toMatchObject({
      status: 'failed',
      message: 'the token has no claim plan_hash',
      actual: null,
    })
  })

  it.each<[string, Json]>([
    ['later', [plan]],
    ['sync', []],
    ['sync', 'plans'],
    ['sync', [null, { plan_id: 'plan_2' }]],
  ])('needs the step %s to have sent the plan (%j)', (synced_by, plans) => {
    expect(() => govTokenPlanHash.evaluate({ synced_by }, seen({ plan_hash: hash }, plans))).toThrow(AuthoringDefect)
  })
})
