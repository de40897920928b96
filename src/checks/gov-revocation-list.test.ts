import { describe, expect, it } from 'vitest'
import { KeysOutOfReach } from '../errors.ts'
import type { JsonObject } from '../model/json.ts'
import type { PublishedDocument } from '../model/published-keys.ts'
import { v31 } from './evidence.fixture.ts'
import { govRevocationList } from './gov-revocation-list.ts'
import { carrying, found, missing, published, revocations, token } from './token.fixture.ts'

function grade(list: readonly PublishedDocument[]) {
  return govRevocationList.evaluate({}, carrying(token(), { keys: published({ revocations: list }) }))
}

describe('gov_revocation_list', () => {
  it.each(['2027-01-01T00:15:00Z', '2027-01-01T00:16:00Z', '2027-01-01T00:00:01+00:00', '2026-12-31T23:31:00Z'])(
    'passes a list that is renewed at %s',
    (next_update) => {
      expect(grade([found(revocations({ next_update }))])).toEqual({ status: 'passed' })
    },
  )

  it('gives 30 minutes from 3.1 on', () => {
    const keys = published({ revocations: [found(revocations({ next_update: '2027-01-01T00:30:00Z' }))] })
    expect(govRevocationList.evaluate({}, carrying(token(), { keys, adcp: v31 }))).toEqual({ status: 'passed' })
    expect(govRevocationList.evaluate({}, carrying(token(), { keys }))).toMatchObject({ status: 'failed' })
  })

  it('takes the first list that it can read', () => {
    expect(grade([missing('issuer', 404), found('<html>'), found(revocations())])).toEqual({ status: 'passed' })
  })

  it.each<[JsonObject, string]>([
    [{ next_update: '2027-01-01T00:17:00Z' }, 'the next list is announced for 1020 s from now'],
    [{ next_update: '2026-12-31T23:00:00Z' }, 'the next list was due 3600 s ago'],
    [{ next_update: 'soon' }, 'next_update is no instant'],
    [{ next_update: null }, 'next_update is no instant'],
    [{ revoked_jtis: null }, 'revoked_jtis is no list of ids'],
    [{ revoked_kids: [1] }, 'revoked_kids is no list of ids'],
  ])('fails a list with %j', (more, message) => {
    expect(grade([found(revocations(more))])).toMatchObject({
      status: 'failed',
      message: `https://agent.example: ${message}`,
      pointer: '',
      expected: 'revoked_jtis, revoked_kids, and next_update within 900 s',
      actual: more,
    })
  })

  it('fails a list that is not signed', () => {
    expect(grade([found({ issuer: 'x', revoked_jtis: [] })])).toEqual({
      status: 'failed',
      message:
        'https://agent.example holds no signed list: it is not signed: a JWS has payload, protected and signature',
      pointer: '',
      expected: 'a list as a JWS',
      actual: null,
    })
  })

  it.each(['kit', 'issuer'] as const)('fails when the %s names an address without a list', (place) => {
    expect(grade([missing(place, 404), missing('agent', 404)])).toMatchObject({
      status: 'failed',
      message: `https://${place}.example holds no signed list: HTTP 404`,
      actual: 404,
    })
  })

  it.each([[[]], [[missing('issuer'), missing('agent', 404)]], [[missing('declared', 500)]]])(
    'says nothing when nobody answered for the issuer',
    (list) => {
      expect(() => grade(list)).toThrow(KeysOutOfReach)
    },
  )
})
