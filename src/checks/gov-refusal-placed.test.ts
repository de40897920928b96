import { expect, it } from 'vitest'
import type { TaskReply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { evidence, noResult, refusal } from './evidence.fixture.ts'
import { govCallFailed } from './gov-call-failed.ts'
import { govRefusalPlaced } from './gov-refusal-placed.ts'

const error = { code: 'GOVERNANCE_DENIED', message: 'No.' }
const other = { code: 'POLICY_VIOLATION', message: 'No.' }
const judge = (payload: JsonObject, more: Partial<TaskReply> = {}) => {
  const reply = { ...refusal(error), payload, ...more } as TaskReply
  return govRefusalPlaced.evaluate({ code: 'GOVERNANCE_DENIED' }, { ...evidence(reply), payload })
}

it.each<[JsonObject, Partial<TaskReply>]>([
  [{ errors: [error], adcp_error: error }, {}],
  [{ errors: [other, error], adcp_error: error }, {}],
  [{ errors: [error] }, { envelope: { adcp_error: error } }],
])('passes where both places say it: %j %j', (payload, more) => {
  expect(judge(payload, more)).toEqual({ status: 'passed' })
})

it.each<[JsonObject, string]>([
  [{ adcp_error: error }, 'GOVERNANCE_DENIED is not said in errors'],
  [{ errors: [error] }, 'GOVERNANCE_DENIED is not said in adcp_error'],
  [{ errors: [other], adcp_error: other }, 'GOVERNANCE_DENIED is not said in errors and adcp_error'],
  [{ errors: null, adcp_error: [] }, 'GOVERNANCE_DENIED is not said in errors and adcp_error'],
  [
    { errors: ['GOVERNANCE_DENIED', null], adcp_error: 'GOVERNANCE_DENIED' },
    'GOVERNANCE_DENIED is not said in errors and adcp_error',
  ],
  [{}, 'GOVERNANCE_DENIED is not said in errors and adcp_error'],
])('fails for %j', (payload, message) => {
  expect(judge(payload)).toMatchObject({ status: 'failed', message, expected: 'GOVERNANCE_DENIED' })
})

it('says nothing of what a task came to, which is a call that failed all the same', () => {
  expect(judge({ error }, { followed: true, isError: false })).toMatchObject({ status: 'not_applicable' })
  const ended = evidence({ ...refusal(error), followed: true, isError: false } as TaskReply)
  expect(govCallFailed.evaluate({ value: true }, ended)).toEqual({ status: 'passed' })
  expect(govCallFailed.evaluate({ value: false }, ended)).toMatchObject({ status: 'failed' })
})

it.each(noResult)('fails for $words', ({ reply }) => {
  expect(govRefusalPlaced.evaluate({ code: 'GOVERNANCE_DENIED' }, evidence(reply))).toMatchObject({ status: 'failed' })
})
