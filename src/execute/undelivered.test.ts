import { describe, expect, it } from 'vitest'
import { errorInWords, httpError, refusal, result, rpcError, silence } from '../checks/evidence.fixture.ts'
import type { Reply } from '../model/exchange.ts'
import type { Step } from '../model/storyboard.ts'
import { exchange, planned, running, ScriptedAgent } from './scripted-transport.fixture.ts'
import { undeliveredVerdict } from './undelivered.ts'

function verdictOf(reply: Reply, step: Partial<Step> = {}, principals: readonly string[] = [], signal?: AbortSignal) {
  const [one] = planned([[{ id: 's', task: 'check_governance', ...step }]]).steps
  const more = { principals: new Set(principals), ...(signal ? { signal } : {}) }
  return one && undeliveredVerdict(one, exchange(reply), running(new ScriptedAgent([]), more))
}

describe('a request that never reached the agent', () => {
  it.each(['refused', 'dns', 'tls'] as const)('is blocked, not failed: %s', (cause) => {
    expect(verdictOf(silence(cause, 'nobody there'))).toEqual({
      status: 'blocked',
      reason: 'no_reply',
      detail: 'the agent could not be reached any more: nobody there',
    })
  })

  it.each(['timeout', 'closed', 'redirect', 'too_large', 'not_protocol'] as const)(
    'is not one that came to %s',
    (cause) => {
      expect(verdictOf(silence(cause))).toBeUndefined()
    },
  )

  it.each([
    ['deadline', 'deadline'],
    ['SIGINT', 'interrupted'],
  ])('was ended by %s', (reason, blocked) => {
    expect(verdictOf(silence('interrupted'), {}, [], AbortSignal.abort(reason))).toMatchObject({
      status: 'blocked',
      reason: blocked,
    })
  })
})

describe('a step that speaks for a principal whose credential the run lacks', () => {
  const refusals = [
    refusal({ code: 'PERMISSION_DENIED' }),
    refusal({ code: 'AUTH_REQUIRED' }),
    refusal({ code: 'SELLER_NOT_RECOGNIZED' }),
    rpcError(-32000, 'no', { code: 'PERMISSION_DENIED' }),
    httpError(401),
    httpError(403),
  ]

  it.each(refusals)('is blocked where success is due: %j', (reply) => {
    expect(verdictOf(reply, { gov_as: 'seller' })).toEqual({
      status: 'blocked',
      reason: 'missing_principal',
      detail:
        "the agent does not take this call from the credential of this run: give the seller's own with --principal seller=ENVVAR",
    })
  })

  it.each(refusals)('is graded everywhere else: %j', (reply) => {
    expect(verdictOf(reply, { gov_as: 'seller', gov_reply: 'any' })).toBeUndefined()
    expect(verdictOf(reply, { gov_as: 'seller', gov_reply: 'error' })).toBeUndefined()
    expect(verdictOf(reply, { gov_as: 'seller', expect_error: true })).toBeUndefined()
    expect(verdictOf(reply, { gov_as: 'seller' }, ['seller'])).toBeUndefined()
    if (reply.kind !== 'http_error' || reply.status !== 401) expect(verdictOf(reply)).toBeUndefined()
  })

  it.each([
    result({ status: 'denied' }),
    refusal({ code: 'PLAN_NOT_FOUND' }),
    errorInWords('PERMISSION_DENIED'),
    httpError(500),
    rpcError(-32603, 'no'),
  ])('is graded for any other reply: %j', (reply) => {
    expect(verdictOf(reply, { gov_as: 'seller' })).toBeUndefined()
  })
})

describe('a call that the agent did not take, for a reason that is not in the call', () => {
  it.each([
    [httpError(429), 'rate_limited'],
    [refusal({ code: 'RATE_LIMITED' }), 'rate_limited'],
    [httpError(401), 'not_let_in'],
    [httpError(404), 'session_lost'],
  ])('%j is blocked as %s, whatever the step allows', (reply, reason) => {
    for (const gov_reply of ['success', 'error', 'any'] as const)
      expect(verdictOf(reply, { gov_reply })).toMatchObject({ status: 'blocked', reason })
  })

  it('401 to another identity is an answer: the agent may refuse it', () => {
    expect(verdictOf(httpError(401), { gov_as: 'unapproved_seller', gov_reply: 'any' })).toBeUndefined()
    expect(
      verdictOf(httpError(401), { gov_only_as: 'second_buyer', expect_error: true }, ['second_buyer']),
    ).toBeUndefined()
  })
})
