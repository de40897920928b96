import { describe, expect, it } from 'vitest'
import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { HttpRecord, HttpReply } from '../model/exchange.ts'
import { evidence, httpError, result, silence } from './evidence.fixture.ts'
import { httpStatus, httpStatusIn } from './http-status.ts'
import { on401RequireHeader } from './on-401-require-header.ts'

const header = { value: 'WWW-Authenticate' }

function probed(status: number, headers: Record<string, string> = {}): HttpReply {
  return { kind: 'http', status, headers, payload: undefined, body: '' }
}

function record(status?: number, headers: Record<string, string> = {}): HttpRecord {
  const around = { method: 'POST', url: 'x', requestBytes: 1, responseBytes: 1, startedAt: 'x', durationMs: 1 }
  return { ...around, ...(status === undefined ? { failure: 'closed' } : { status, headers }) }
}

describe('http_status and http_status_in', () => {
  it.each([
    ['a probe', evidence(probed(401))],
    ['an HTTP error', evidence(httpError(401))],
    ['the last request beneath a call', evidence(result({}), { http: [record(200), record(401), record()] })],
  ])('read the status of %s', (_of, seen) => {
    expect(httpStatus.evaluate({ value: 401 }, seen)).toEqual({ status: 'passed' })
    expect(httpStatusIn.evaluate({ allowed_values: [403, 401] }, seen)).toEqual({ status: 'passed' })
    expect(httpStatus.evaluate({ value: 200 }, seen)).toMatchObject({
      status: 'failed',
      message: 'the HTTP status is 401',
      expected: 200,
      actual: 401,
    })
    expect(httpStatusIn.evaluate({ allowed_values: [400, 403] }, seen)).toMatchObject({
      status: 'failed',
      expected: [400, 403],
      actual: 401,
    })
  })

  it('fail when no status came', () => {
    expect(httpStatus.evaluate({ value: 401 }, evidence(silence()))).toEqual({
      status: 'failed',
      message: 'no HTTP status came: the agent answered no usable reply (no answer in 30 s)',
      pointer: null,
      expected: 401,
      actual: null,
    })
  })

  it('blame the author who gives no status', () => {
    expect(() => httpStatus.evaluate({}, evidence(probed(200)))).toThrow(AuthoringDefect)
    expect(() => httpStatusIn.evaluate({ allowed_values: [] }, evidence(probed(200)))).toThrow(AuthoringDefect)
  })
})

describe('on_401_require_header', () => {
  it.each([
    evidence(probed(401, { 'www-authenticate': 'Bearer' })),
    evidence(result({}), { http: [record(401, { 'www-authenticate': 'x' })] }),
  ])('passes for a 401 with the header, however it is spelt', (seen) =>
    expect(on401RequireHeader.evaluate(header, seen)).toEqual({ status: 'passed' }),
  )

  it.each([undefined, '', ' '])('fails for a 401 with the header %j', (value) => {
    const headers: Record<string, string> = value === undefined ? {} : { 'www-authenticate': value }
    expect(on401RequireHeader.evaluate(header, evidence(probed(401, headers)))).toEqual({
      status: 'failed',
      message: 'HTTP 401 without WWW-Authenticate',
      pointer: null,
      expected: 'WWW-Authenticate',
      actual: value ?? null,
    })
  })

  it.each([200, 403, 500])('says nothing of a %i: it neither passes nor fails', (status) => {
    expect(on401RequireHeader.evaluate(header, evidence(probed(status)))).toEqual({
      status: 'not_applicable',
      note: `the HTTP status is ${status}, and the header is due with 401`,
    })
  })

  it('blames no agent for a header that is not kept of its answers', () => {
    expect(() => on401RequireHeader.evaluate({ value: 'x-own' }, evidence(probed(401)))).toThrow(NotEvaluable)
  })

  it('blames the author who names no header', () => {
    expect(() => on401RequireHeader.evaluate({}, evidence(probed(401)))).toThrow(AuthoringDefect)
  })
})
