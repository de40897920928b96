import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { evidence, httpError, refusal, result, silence } from './evidence.fixture.ts'
import { govFailedEntry } from './gov-failed-entry.ts'

const judge = (payload: JsonObject) => govFailedEntry.evaluate({ path: 'accounts[0]' }, evidence(result(payload)))
const entry = (more: JsonObject): JsonObject => ({ accounts: [more] })

describe('gov_failed_entry', () => {
  it('passes for a failed entry with a reason, and for a refusal of the whole', () => {
    expect(judge(entry({ status: 'failed', errors: [{ code: 'ACCOUNT_NOT_FOUND' }] }))).toEqual({ status: 'passed' })
    const whole = evidence(refusal({ code: 'PERMISSION_DENIED' }))
    expect(govFailedEntry.evaluate({ path: 'accounts[0]' }, whole)).toEqual({ status: 'passed' })
  })

  it.each<[JsonObject, string]>([
    [entry({ status: 'synced' }), '/accounts/0/status'],
    [entry({ status: null }), '/accounts/0/status'],
    [{ accounts: [] }, '/accounts/0/status'],
    [{}, '/accounts/0/status'],
    [entry({ status: 'failed' }), '/accounts/0/errors'],
    [entry({ status: 'failed', errors: [] }), '/accounts/0/errors'],
    [entry({ status: 'failed', errors: 'no' }), '/accounts/0/errors'],
    [entry({ status: 'failed', errors: [{ message: 'No.' }] }), '/accounts/0/errors'],
    [entry({ status: 'failed', errors: [{ code: ' ' }] }), '/accounts/0/errors'],
  ])('%j fails', (payload, pointer) => {
    expect(judge(payload)).toMatchObject({ status: 'failed', pointer })
  })

  it.each([silence(), httpError(500), refusal({})])('takes %# for no refusal', (reply) => {
    expect(govFailedEntry.evaluate({ path: 'accounts[0]' }, evidence(reply))).toMatchObject({ status: 'failed' })
  })
})
