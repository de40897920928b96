import { describe, expect, it } from 'vitest'
import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Evidence, Outcome } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { evidence, refusal, result } from './evidence.fixture.ts'
import { govPeerBeforeCommit } from './gov-peer-before-commit.ts'
import { govPeerCalled, govPeerNotCalled } from './gov-peer-called.ts'
import { govPeerHeaders } from './gov-peer-headers.ts'
import { govPeerRequest } from './gov-peer-request.ts'
import { govReadBack } from './gov-read-back.ts'
import { came, checked, seen } from './peer.fixture.ts'

const passed: Outcome = { status: 'passed' }
const none = { status: 'not_applicable', note: 'no check_governance reached the hosted governance agent' }
const noise = came({ body: 'hello', problem: 'The body is no JSON.' })
const keys = came({ method: 'GET', path: '/.well-known/jwks.json', body: '' })

describe('gov_peer_called', () => {
  it.each([
    [{}, [checked()]],
    [{}, [keys, checked(), checked()]],
    [{ min: 2, max: 2 }, [checked(), checked()]],
    [{ tool: 'sync_plans' }, [came({ tool: 'sync_plans', arguments: {} })]],
    [{ since: 'first' }, [checked({}, { step: 'first' })]],
  ])('%j passes', (params, requests) => {
    expect(govPeerCalled.evaluate(params, seen(requests))).toEqual(passed)
  })

  it('says what came instead', () => {
    expect(govPeerCalled.evaluate({}, seen([keys, noise, checked({}, { step: 'first' })]))).toEqual({
      status: 'failed',
      message: 'check_governance reached the hosted governance agent never',
      pointer: null,
      expected: { tool: 'check_governance', at_least: 1 },
      actual: ['POST /mcp: The body is no JSON. "hello"', 'GET /.well-known/jwks.json'],
    })
  })

  it('counts the calls that are too many', () => {
    expect(govPeerCalled.evaluate({ max: 1 }, seen([checked(), checked()]))).toEqual({
      status: 'failed',
      message: 'check_governance reached the hosted governance agent 2 times',
      pointer: null,
      expected: { tool: 'check_governance', at_most: 1 },
      actual: ['check_governance, 2 times'],
    })
  })

  it('shows the start of a long list', () => {
    const several = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((path) => ({ ...keys, path }))
    expect(govPeerCalled.evaluate({}, seen(several))).toMatchObject({
      actual: ['GET a', 'GET b', 'GET c', 'GET d', 'GET e', 'and 2 more'],
    })
  })

  it('counts what came again', () => {
    const outcome = govPeerCalled.evaluate({}, seen(Array(7).fill(keys)))
    expect(outcome).toMatchObject({ actual: ['GET /.well-known/jwks.json, 7 times'] })
  })
})

describe('gov_peer_not_called', () => {
  it('passes without a call, and with another one', () => {
    expect(govPeerNotCalled.evaluate({}, seen([]))).toEqual(passed)
    expect(govPeerNotCalled.evaluate({}, seen([keys, checked({}, { step: 'first' })]))).toEqual(passed)
  })

  it('fails with one', () => {
    expect(govPeerNotCalled.evaluate({ since: 'first' }, seen([checked({}, { step: 'first' })]))).toEqual({
      status: 'failed',
      message: 'check_governance reached the hosted governance agent once, and should not have',
      pointer: null,
      expected: { tool: 'check_governance', at_most: 0 },
      actual: ['check_governance'],
    })
  })
})

it.each<[string, (evidence: Evidence) => Outcome]>([
  ['gov_peer_called', (all) => govPeerCalled.evaluate({}, all)],
  ['gov_peer_called with max', (all) => govPeerCalled.evaluate({ min: 1, max: 3, since: 'first' }, all)],
  ['gov_peer_not_called', (all) => govPeerNotCalled.evaluate({ tool: 'x' }, all)],
  ['gov_peer_before_commit', (all) => govPeerBeforeCommit.evaluate(undefined, all)],
])('%s says nothing of what was not kept', (name, evaluate) => {
  const requests = name.endsWith('max') ? [checked()] : []
  expect(() => evaluate(seen(requests, {}, true))).toThrow(NotEvaluable)
})

it('needs a hosted agent, and an earlier step that was sent', () => {
  expect(() => govPeerCalled.evaluate({}, evidence(result({})))).toThrow(AuthoringDefect)
  expect(() => govPeerCalled.evaluate({ since: 'later' }, seen([]))).toThrow(/the step later was not sent/)
})

describe('gov_peer_before_commit', () => {
  it('passes when the seller asked before it answered', () => {
    expect(govPeerBeforeCommit.evaluate(undefined, seen([checked()]))).toEqual(passed)
  })

  it.each([
    [[], 'not at all'],
    [[checked({}, { beforeAnswer: false })], 'only after it had answered'],
    [[checked({}, { step: 'first' })], 'not at all'],
  ])('fails for %j', (requests, when) => {
    expect(govPeerBeforeCommit.evaluate(undefined, seen(requests))).toMatchObject({
      status: 'failed',
      message: `the seller asked the hosted governance agent ${when}`,
    })
  })

  it('says nothing of an answer that is not final', () => {
    const { reply } = evidence(result({}))
    const interim = { ...reply, interim: 'submitted' } as Evidence['reply']
    expect(govPeerBeforeCommit.evaluate(undefined, seen([], { reply: interim }))).toEqual({
      status: 'not_applicable',
      note: 'the task is still "submitted": nothing is confirmed yet',
    })
  })

  it('says nothing of a refusal', () => {
    expect(govPeerBeforeCommit.evaluate(undefined, seen([], { reply: refusal() }))).toEqual({
      status: 'not_applicable',
      note: 'the request was refused: nothing is confirmed',
    })
  })
})

describe('gov_peer_headers', () => {
  it('passes with the registered credential, and says nothing without a call', () => {
    expect(govPeerHeaders.evaluate({}, seen([checked(), checked()]))).toEqual(passed)
    expect(govPeerHeaders.evaluate({}, seen([keys]))).toEqual(none)
  })

  it.each([
    ['none', 'no credential'],
    ['other', 'another credential than the registered one'],
  ] as const)('fails with %s', (credential, words) => {
    expect(govPeerHeaders.evaluate({}, seen([checked(), checked({}, { credential })]))).toEqual({
      status: 'failed',
      message: `the seller called check_governance with ${words}`,
      pointer: null,
      expected: 'the registered credential',
      actual: words,
    })
  })
})

describe('gov_peer_request', () => {
  const token = 'eyJ.abc.def'
  const request = { governance_context: token, total: { amount: 5 } }
  const judge = (params: JsonObject, ...calls: readonly JsonObject[]) =>
    govPeerRequest.evaluate(
      params as never,
      seen(
        calls.map((one) => checked(one)),
        { request },
      ),
    )

  it.each<[JsonObject, JsonObject[]]>([
    [{ path: 'phase', value: 'purchase' }, [{ phase: 'purchase' }]],
    [{ path: 'phase', allowed_values: ['intent', 'purchase'] }, [{ phase: 'purchase' }, { phase: 'intent' }]],
    [{ path: 'phase', value: 'purchase', which: 'first' }, [{ phase: 'purchase' }, { phase: 'x' }]],
    [{ path: 'phase', value: 'purchase', which: 'last' }, [{ phase: 'x' }, { phase: 'purchase' }]],
    [{ path: 'planned_delivery.start', present: true }, [{ planned_delivery: { start: 0 } }]],
    [{ path: 'payload', present: false }, [{}, { payload: null }]],
    [{ path: 'governance_context', equals_sent: 'governance_context' }, [{ governance_context: token }]],
    [{ path: 'all', equals_sent: 'total' }, [{ all: { amount: 5 } }]],
  ])('%j passes for %j', (params, calls) => {
    expect(judge(params, ...calls)).toEqual(passed)
  })

  it.each<[JsonObject, JsonObject[], string]>([
    [{ path: 'phase', value: 'purchase' }, [{ phase: 'purchase' }, { phase: 'intent' }], 'is not what it should be'],
    [{ path: 'phase', value: 'purchase' }, [{}], 'is missing'],
    [{ path: 'a', present: true }, [{ a: null }], 'is missing'],
    [{ path: 'a', present: false }, [{ a: '' }], 'is not what it should be'],
    [{ path: 'all', equals_sent: 'total' }, [{ all: { amount: '5' } }], 'is not what it should be'],
  ])('%j fails for %j', (params, calls, words) => {
    const outcome = judge(params, ...calls)
    expect(outcome).toMatchObject({ status: 'failed' })
    expect(outcome).toHaveProperty('message', expect.stringContaining(words))
  })

  it('tells two tokens apart without showing either', () => {
    const outcome = judge(
      { path: 'governance_context', equals_sent: 'governance_context' },
      {
        governance_context: `${token} `,
      },
    )
    expect(outcome).toMatchObject({
      status: 'failed',
      expected: { hash: expect.stringMatching(/^sha256:/), characters: 11 },
      actual: { hash: expect.stringMatching(/^sha256:/), characters: 12 },
    })
    expect(JSON.stringify(outcome)).not.toContain(token)
  })

  it('compares with what an earlier step sent', () => {
    const { reply, http } = evidence(result({}))
    const sent = { transport: 'mcp', operation: 'x', url: '', payload: { governance_context: 'old' } } as const
    const exchange = { request: sent, reply, startedAt: '', durationMs: 0, http }
    const all = seen([checked({ governance_context: 'old' })], { request, earlier: () => exchange })
    const params = { path: 'governance_context', equals_sent: 'governance_context', since: 'first' }
    expect(govPeerRequest.evaluate(params, all)).toEqual(passed)
  })

  it('says nothing without a call, and wants to know what to compare with', () => {
    expect(judge({ path: 'a', value: 1 })).toEqual(none)
    expect(() => judge({ path: 'a', equals_sent: 'nothing' }, {})).toThrow(AuthoringDefect)
  })
})

describe('gov_read_back', () => {
  const listing = (...ids: readonly string[]) => ({ media_buys: ids.map((media_buy_id) => ({ media_buy_id })) })
  const judge = (params: object, now: JsonObject, before: JsonObject = listing('a')) => {
    const { reply, http } = evidence(result(before))
    const request = { transport: 'mcp', operation: 'get_media_buys', url: '', payload: {} } as const
    const earlier = () => ({ request, reply, startedAt: '', durationMs: 0, http })
    return govReadBack.evaluate(params as never, evidence(result(now), { earlier }))
  }

  it.each([
    [{ media_buy: 'absent', before: 'first' }, listing('a')],
    [{ media_buy: 'absent', before: 'first' }, listing()],
    [{ media_buy: 'present', before: 'first' }, listing('a', 'b')],
    [{ media_buy: 'present', media_buy_id: 'a' }, listing('a')],
    [{ media_buy: 'absent', media_buy_id: 'b' }, listing('a')],
    [
      { media_buy: 'present', media_buy_id: 'a' },
      { ...listing('a'), pagination: { has_more: true } },
    ],
  ])('%j passes for %j', (params, now) => {
    expect(judge(params, now)).toEqual(passed)
  })

  it.each([
    [{ media_buy: 'absent', before: 'first' }, listing('a', 'b'), ['b']],
    [{ media_buy: 'present', before: 'first' }, listing('a'), ['a']],
    [{ media_buy: 'present', media_buy_id: 'b' }, listing('a'), ['a']],
    [{ media_buy: 'absent', media_buy_id: 'a' }, listing('a'), ['a']],
    [{ media_buy: 'absent', media_buy_id: 'a' }, { media_buys: 'none' }, 'none'],
    [{ media_buy: 'absent', media_buy_id: 'a' }, {}, null],
  ])('%j fails for %j', (params, now, actual) => {
    expect(judge(params, now)).toMatchObject({ status: 'failed', pointer: '/media_buys', actual })
  })

  it('says nothing of what may be on another page, or was not listed before', () => {
    const more = { ...listing('a'), pagination: { has_more: true } }
    expect(() => judge({ media_buy: 'absent', media_buy_id: 'b' }, more)).toThrow(NotEvaluable)
    expect(() => judge({ media_buy: 'present', before: 'first' }, listing('a', 'b'), more)).toThrow(NotEvaluable)
    expect(() => judge({ media_buy: 'absent', before: 'first' }, listing('a'), {})).toThrow(NotEvaluable)
  })
})
