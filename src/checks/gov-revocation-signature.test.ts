import { describe, expect, it } from 'vitest'
import { KeysOutOfReach } from '../errors.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { ed25519 } from '../token/signed.fixture.ts'
import { govRevocationSignature } from './gov-revocation-signature.ts'
import { carrying, found, issuer, missing, published, revocations, token } from './token.fixture.ts'

function grade(list: Json) {
  return govRevocationSignature.evaluate({}, carrying(token(), { keys: published({ revocations: [found(list)] }) }))
}

const list = revocations()

describe('gov_revocation_signature', () => {
  it('passes a list in any form of a JWS', () => {
    expect(grade(list)).toEqual({ status: 'passed' })
    const { payload = '', protected: head = '', signature = '' } = list
    expect(grade({ payload, signatures: [{ protected: head, signature }] })).toEqual({ status: 'passed' })
    expect(grade(`${head}.${payload}.${signature}`)).toEqual({ status: 'passed' })
  })

  it('passes a list that names the origin of the issuer', () => {
    expect(grade(revocations({ issuer: 'https://gov.acme.example' }))).toEqual({ status: 'passed' })
  })

  it.each<[string, JsonObject]>([
    ['the list has another type (typ)', revocations({}, { typ: 'adcp-gov+jws' })],
    ['the list has another type (typ)', revocations({}, { typ: null })],
    ['the list is not signed by a published key', revocations({}, { kid: 'other' })],
    ['the list is not signed by a published key', revocations({}, {}, ed25519('gov-1'))],
    ['the list is not signed by a published key', { ...list, payload: revocations({ version: 2 }).payload ?? '' }],
    ['the list names another issuer than the token', revocations({ issuer: 'https://other.example' })],
    ['the list names another issuer than the token', revocations({ issuer: null })],
  ])('fails: %s', (problem, document) => {
    const outcome = grade(document)
    expect(outcome).toMatchObject({ status: 'failed', message: `https://agent.example: ${problem}`, pointer: '' })
    expect(outcome).toMatchObject({ expected: { typ: 'adcp-gov-revocation+jws', issuer } })
  })

  it('leaves a list that is missing or not signed to gov_revocation_list', () => {
    expect(grade({ issuer, revoked_jtis: [] })).toMatchObject({ status: 'not_applicable' })
  })

  it('says nothing when nothing can be read', () => {
    const grading = (keys: ReturnType<typeof published>) => () =>
      govRevocationSignature.evaluate({}, carrying(token(), { keys }))
    expect(grading(published({ revocations: [missing('agent')] }))).toThrow('governance.agent.revocations_url')
    expect(grading(published({ jwks: [] }))).toThrow(KeysOutOfReach)
  })
})
