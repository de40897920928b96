import { describe, expect, it } from 'vitest'
import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Outcome } from '../model/check.ts'
import type { Exchange, Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { seenAfter } from './earlier.fixture.ts'
import { evidence, httpError, pending, refusal, result, rpcError, silence } from './evidence.fixture.ts'
import { govCallFailed } from './gov-call-failed.ts'
import { govPeerRequested } from './gov-peer-requested.ts'
import { govRefusedOnceSeen } from './gov-refused-once-seen.ts'
import { govSameRefusal } from './gov-same-refusal.ts'
import { govStopped } from './gov-stopped.ts'
import { came, checked, seen } from './peer.fixture.ts'

const passed: Outcome = { status: 'passed' }

function exchangeOf(reply: Reply): Exchange {
  const request = { transport: 'mcp', operation: 'create_media_buy', url: '', payload: {} } as const
  return { request, reply, startedAt: '', durationMs: 0, http: [] }
}

const keys = (at: string, more = {}) => came({ method: 'GET', path: '/.well-known/jwks.json', body: '', at, ...more })
const [first, soon, later] = ['2027-06-15T12:00:00Z', '2027-06-15T12:00:29Z', '2027-06-15T12:01:00Z'].map((at) =>
  keys(at),
)

describe('gov_peer_requested', () => {
  const requests = [first, soon, later].flatMap((one) => one ?? [])
  it.each([
    [{ path: 'jwks.json', min: 3, max: 3 }],
    [{ path: '/second/mcp', max: 0 }],
    [{ path: 'jwks.json', plain: true, max: 0 }],
    [{ path: 'jwks.json', plain: false, min: 3 }],
    [{ path: 'jwks.json', tool: 'check_governance', max: 0 }],
    [{ path: 'jwks.json', apart_seconds: 29 }],
  ])('%j passes', (params) => {
    expect(govPeerRequested.evaluate(params, seen(requests))).toEqual(passed)
  })

  it('counts what came to one address', () => {
    const other = checked({}, { path: '/mcp/second/mcp' })
    expect(govPeerRequested.evaluate({ path: '/second/mcp', max: 0 }, seen([checked(), other]))).toEqual({
      status: 'failed',
      message: '/second/mcp was asked for 1 times',
      pointer: null,
      expected: { at_most: 0 },
      actual: ['check_governance'],
    })
    expect(govPeerRequested.evaluate({ path: '/second/mcp', min: 1 }, seen([checked()]))).toMatchObject({
      status: 'failed',
      expected: { at_least: 1 },
    })
  })

  it('measures the time from one to the next', () => {
    expect(govPeerRequested.evaluate({ path: 'jwks.json', apart_seconds: 30 }, seen(requests))).toEqual({
      status: 'failed',
      message: 'jwks.json was asked for again after 29 seconds',
      pointer: null,
      expected: { seconds_apart: 30 },
      actual: 29,
    })
    expect(govPeerRequested.evaluate({ path: 'jwks.json', apart_seconds: 30 }, seen([]))).toEqual(passed)
  })

  describe('beside what is usual', () => {
    const at = (second: string, step: string) => keys(`2027-06-15T12:00:${second}Z`, { step })
    const usual = { path: 'jwks.json', apart_seconds: 30, since: 'one', usual: 'good' }
    const judge = (...requests: readonly ReturnType<typeof at>[]) =>
      govPeerRequested.evaluate(usual, {
        ...evidence(result({})),
        step: 'two',
        peer: { requests, begun: ['good', 'one', 'two'], isCut: false },
      })

    it.each([
      ['who keeps keys, and looks once more', [at('02', 'one')]],
      ['who keeps none', [at('01', 'good'), at('02', 'one'), at('03', 'two')]],
      ['who keeps none, and looks once more', [at('01', 'good'), at('02', 'one'), at('02', 'one'), at('03', 'two')]],
      ['who needs them twice each time', [at('01', 'good'), at('01', 'good'), at('02', 'one'), at('03', 'two')]],
    ])('leaves in peace %s', (_who, requests) => {
      expect(judge(...requests)).toEqual(passed)
    })

    it.each([
      ['who keeps keys, and looks each time', [at('02', 'one'), at('03', 'two')]],
      [
        'who keeps none, and looks once more each time',
        [at('01', 'good'), at('02', 'one'), at('02', 'one'), at('03', 'two'), at('03', 'two')],
      ],
    ])('sees %s', (_who, requests) => {
      expect(judge(...requests)).toEqual({
        status: 'failed',
        message: 'jwks.json was asked for again after 1 seconds',
        pointer: null,
        expected: { seconds_apart: 30 },
        actual: 1,
      })
    })

    it('cannot tell what is usual of a step that was not sent', () => {
      expect(() => govPeerRequested.evaluate({ ...usual, since: 'this', usual: 'nowhere' }, seen([]))).toThrow(
        AuthoringDefect,
      )
    })
  })

  it('says nothing of what did not come when not all was kept', () => {
    expect(() => govPeerRequested.evaluate({ path: 'x', max: 0 }, seen([], {}, true))).toThrow(NotEvaluable)
    expect(() => govPeerRequested.evaluate({ path: 'x', max: 0 }, evidence(result({})))).toThrow(AuthoringDefect)
  })
})

describe('gov_call_failed', () => {
  const failed: readonly Reply[] = [refusal(), rpcError(-32600, 'no'), httpError(403)]
  it.each(failed)('takes %j for a call that failed', (reply) => {
    const isError = reply.kind === 'task' ? { ...reply, isError: true } : reply
    expect(govCallFailed.evaluate({ value: true }, evidence(isError))).toEqual(passed)
    expect(govCallFailed.evaluate({ value: false }, evidence(isError))).toMatchObject({ status: 'failed' })
  })

  it('takes an error in a call that succeeded for what it is', () => {
    const quiet = { ...refusal(), isError: false }
    expect(govCallFailed.evaluate({ value: false }, evidence(quiet))).toEqual(passed)
    expect(govCallFailed.evaluate({ value: true }, evidence(quiet))).toMatchObject({
      status: 'failed',
      expected: 'a call that failed',
      actual: false,
    })
    expect(govCallFailed.evaluate({ value: false }, evidence(pending('working')))).toEqual(passed)
  })

  it.each([true, false])('takes silence for neither', (value) => {
    expect(govCallFailed.evaluate({ value }, evidence(silence()))).toMatchObject({ status: 'failed' })
  })
})

describe('gov_same_refusal', () => {
  const said = (message: string, more = {}) => refusal({ code: 'PERMISSION_DENIED', message, ...more })
  const judge = (before: Reply, now: Reply) => govSameRefusal.evaluate({ as: 'check' }, seenAfter(before, now))

  it.each([
    [said('The token is refused.'), said('The token is refused.')],
    [said('Refused at 12:01 (case 0f3a-77).'), said('Refused at 12:02 (case 9b1c-02).')],
    [refusal({}), refusal({})],
  ])('%# passes', (before, now) => {
    expect(judge(before, now)).toEqual(passed)
  })

  it.each([
    [said('The token is refused: audience.'), said('The token is refused: expired.')],
    [said('Refused.'), refusal({ code: 'REFERENCE_NOT_FOUND', message: 'Refused.' })],
    [said('Refused.'), said('Refused.', { field: 'governance_context' })],
  ])('%# fails', (before, now) => {
    expect(judge(before, now)).toMatchObject({ status: 'failed' })
  })

  it.each([
    [said('Refused.'), result({ media_buy_id: 'm' })],
    [result({ media_buy_id: 'm' }), said('Refused.')],
    [said('Refused.'), silence()],
  ])('%# compares nothing', (before, now) => {
    expect(judge(before, now)).toMatchObject({ status: 'not_applicable' })
  })

  it.each([
    [{ details: { claim: 'aud' } }, { details: { claim: 'exp' } }],
    [{ recovery: 'terminal' }, { recovery: 'correctable' }],
    [{}, { suggestion: 'Look at the audience.' }],
    [{ details: { steps: ['aud'] } }, { details: { steps: ['aud', 'exp'] } }],
  ])('fails for members beside the words: %j and %j', (before, now) => {
    const error = { code: 'PERMISSION_DENIED', message: 'The token is refused.' }
    const withMembers = (more: JsonObject) => refusal(error, { errors: [{ ...error, ...more }] })
    expect(judge(withMembers(before), withMembers(now))).toMatchObject({ status: 'failed' })
  })

  it('fails when the transport tells the two apart', () => {
    const loud = said('The token is refused.')
    expect(judge(loud, { ...loud, isError: false } as Reply)).toMatchObject({
      status: 'failed',
      expected: { 'call failed': true },
      actual: { 'call failed': false },
    })
  })

  it('does not count what differs when the same is refused again', () => {
    const [before, twin, now, other] = ['abc', 'def', 'ghi', 'jkl'].map((trace, i) =>
      said('No.', { details: { trace, claim: i < 3 ? 'any' : 'exp' } }),
    )
    const refusals = new Map([
      ['check', before],
      ['check_again', twin],
    ])
    const earlier = (step: string) => {
      const reply = refusals.get(step)
      return reply && exchangeOf(reply)
    }
    const evidenceOf = (reply: Reply | undefined) => evidence(reply ?? silence(), { earlier })
    const params = { as: 'check', again: 'check_again' }
    expect(govSameRefusal.evaluate(params, evidenceOf(now))).toEqual(passed)
    expect(govSameRefusal.evaluate(params, evidenceOf(other))).toMatchObject({
      status: 'failed',
      expected: { 'details.claim': 'any' },
      actual: { 'details.claim': 'exp' },
    })
    expect(govSameRefusal.evaluate({ as: 'check' }, evidenceOf(now))).toMatchObject({ status: 'failed' })
  })

  it('needs the step', () => {
    expect(() => govSameRefusal.evaluate({ as: 'other' }, seenAfter(said('No.'), said('No.')))).toThrow(AuthoringDefect)
  })
})

describe('gov_refused_once_seen', () => {
  const params = { path: 'revocations.json', class: 'governance_token' } as const
  const list = came({ method: 'GET', path: '/.well-known/governance-revocations.json', body: '' })
  const judge = (reply: Reply, requests = [list]) => govRefusedOnceSeen.evaluate(params, seen(requests, { reply }))

  it('passes for a refusal, whoever has looked', () => {
    expect(judge(refusal({ code: 'PERMISSION_DENIED' }))).toEqual(passed)
    expect(judge(refusal({ code: 'PERMISSION_DENIED' }), [])).toEqual(passed)
    expect(judge(refusal({ code: 'governance_revocation_stale' }))).toEqual(passed)
  })

  it('fails for anything else of whoever has looked', () => {
    expect(judge(result({ media_buy_id: 'm' }))).toMatchObject({ status: 'failed', actual: null })
    expect(judge(refusal({ code: 'INTERNAL_ERROR' }))).toMatchObject({ status: 'failed', actual: 'INTERNAL_ERROR' })
    expect(judge(silence())).toMatchObject({ status: 'failed' })
  })

  it('has nothing to say of who has not', () => {
    expect(judge(result({ media_buy_id: 'm' }), [])).toEqual({
      status: 'not_applicable',
      note: 'the agent has not fetched revocations.json for this request',
    })
  })
})

describe('gov_stopped', () => {
  const report = checked({ phase: 'delivery' }, { step: 'first' })
  const judge = (media_buys: JsonObject['x'], requests = [report]) =>
    govStopped.evaluate(
      { since: 'first', media_buy: 'm' },
      seen(requests, { payload: { media_buys: media_buys ?? null }, reply: result({}) }),
    )

  it.each(['paused', 'canceled', 'completed', 'rejected'])('passes for a media buy that is %s', (status) => {
    expect(
      judge([
        { media_buy_id: 'other', status: 'active' },
        { media_buy_id: 'm', status },
      ]),
    ).toEqual(passed)
  })

  it('knows the name of the field from 3.1 on', () => {
    expect(judge([{ media_buy_id: 'm', media_buy_status: 'paused' }])).toEqual(passed)
  })

  it.each([
    [[{ media_buy_id: 'm', status: 'active' }], '/media_buys/0/status'],
    [[{ media_buy_id: 'm' }], '/media_buys/0/status'],
    [[], '/media_buys'],
    [null, '/media_buys'],
    ['none', '/media_buys'],
  ])('fails for %j', (buys, pointer) => {
    expect(judge(buys)).toMatchObject({ status: 'failed', pointer })
  })

  it('has nothing to say when no delivery was reported', () => {
    const purchase = checked({ phase: 'purchase' }, { step: 'first' })
    expect(judge([{ media_buy_id: 'm', status: 'active' }], [purchase])).toMatchObject({ status: 'not_applicable' })
  })
})
