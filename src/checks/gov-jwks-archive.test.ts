import { describe, expect, it } from 'vitest'
import { KeysOutOfReach } from '../errors.ts'
import type { PublishedDocument } from '../model/published-keys.ts'
import { govJwksArchive } from './gov-jwks-archive.ts'
import { carrying, found, missing, published, revocations, token } from './token.fixture.ts'

function grade(revoked_kids: readonly string[], archive: readonly PublishedDocument[]) {
  const keys = published({ archive, revocations: [found(revocations({ revoked_kids }))] })
  return govJwksArchive.evaluate({}, carrying(token(), { keys }))
}

describe('gov_jwks_archive', () => {
  it('passes when every revoked key is archived, or none is revoked', () => {
    expect(grade(['a', 'b'], [found({ keys: [{ kid: 'b' }, { kid: 'a' }, {}] })])).toEqual({ status: 'passed' })
    expect(grade([], [missing('agent')])).toEqual({
      status: 'passed',
      note: 'no key is revoked, so none need be archived',
    })
  })

  it('fails when a revoked key is gone', () => {
    expect(grade(['a', 'b'], [missing('issuer', 404), found({ keys: [{ kid: 'a' }, null] })])).toEqual({
      status: 'failed',
      message: 'the key archive lacks b',
      pointer: '',
      expected: ['a', 'b'],
      actual: ['a'],
    })
    expect(grade(['a'], [missing('issuer', 404)])).toMatchObject({ status: 'failed', actual: [] })
    expect(grade(['a'], [found([])])).toMatchObject({ status: 'failed', actual: [] })
  })

  it('says nothing without an archive or a list to look at', () => {
    expect(() => grade(['a'], [missing('issuer')])).toThrow(KeysOutOfReach)
    expect(() => govJwksArchive.evaluate({}, carrying(token()))).toThrow(KeysOutOfReach)
    const unsigned = published({ revocations: [found({})] })
    expect(govJwksArchive.evaluate({}, carrying(token(), { keys: unsigned }))).toMatchObject({
      status: 'not_applicable',
    })
  })
})
