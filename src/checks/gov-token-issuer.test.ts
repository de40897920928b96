import { describe, expect, it } from 'vitest'
import { KeysOutOfReach } from '../errors.ts'
import { govTokenIssuer } from './gov-token-issuer.ts'
import { carrying, found, issuer, missing, published, token } from './token.fixture.ts'

const keys = published()

describe('gov_token_issuer', () => {
  it('passes the agent that the brand lists', () => {
    expect(govTokenIssuer.evaluate({}, carrying(token(), { keys }))).toEqual({ status: 'passed' })
  })

  it('prefers what the kit says', () => {
    const seen = carrying(token(), { keys: { ...keys, issuer: 'https://other.example' } })
    expect(govTokenIssuer.evaluate({}, seen)).toMatchObject({ status: 'failed', expected: ['https://other.example'] })
    const same = carrying(token(), { keys: { ...published({ brand: [] }), issuer } })
    expect(govTokenIssuer.evaluate({}, same)).toEqual({ status: 'passed' })
  })

  it.each([`${issuer}/`, 'https://gov.acme.example', issuer.toUpperCase().replace('HTTPS', 'https')])(
    'fails %s, which is not the same byte for byte',
    (iss) => {
      expect(govTokenIssuer.evaluate({}, carrying(token({ iss }), { keys }))).toEqual({
        status: 'failed',
        message: 'the issuer (iss) is not the agent that the brand lists',
        pointer: '',
        expected: [issuer],
        actual: iss,
      })
    },
  )

  it.each(['http://gov.acme.example/agent', 'gov.acme.example', 'https://', '', null, 7, [issuer]])(
    'fails %j without looking at any brand',
    (iss) => {
      expect(govTokenIssuer.evaluate({}, carrying(token({ iss })))).toEqual({
        status: 'failed',
        message: 'the issuer (iss) is no https address',
        pointer: '',
        expected: 'an https address',
        actual: iss,
      })
    },
  )

  it('says nothing when no brand can be read', () => {
    const brand = [missing('kit', 404), found({ agents: [] })]
    const grade = () => govTokenIssuer.evaluate({}, carrying(token(), { keys: published({ brand }) }))
    expect(grade).toThrow(KeysOutOfReach)
    expect(grade).toThrow(
      'no brand.json that names a governance agent was found (https://kit.example: HTTP 404; https://agent.example: another document): give the listed address as governance.agent.issuer in the test kit, or give its address as governance.agent.brand_url in the test kit',
    )
    expect(() => govTokenIssuer.evaluate({}, carrying(token()))).toThrow(KeysOutOfReach)
  })
})
