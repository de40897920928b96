import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import { govTokenHeader } from './gov-token-header.ts'
import { carrying, token } from './token.fixture.ts'

describe('gov_token_header', () => {
  it('passes the value, or one of those allowed', () => {
    const seen = carrying(token())
    expect(govTokenHeader.evaluate({ name: 'typ', value: 'adcp-gov+jws' }, seen)).toEqual({ status: 'passed' })
    expect(govTokenHeader.evaluate({ name: 'alg', allowed_values: ['ES256', 'EdDSA'] }, seen)).toEqual({
      status: 'passed',
    })
  })

  it.each(['JWT', 'ADCP-GOV+JWS', 'application/adcp-gov+jws', '', null, ['adcp-gov+jws']])('fails typ %j', (typ) => {
    expect(govTokenHeader.evaluate({ name: 'typ', value: 'adcp-gov+jws' }, carrying(token({}, { typ })))).toEqual({
      status: 'failed',
      message: 'typ in the header of the token is wrong',
      pointer: '',
      expected: 'adcp-gov+jws',
      actual: typ,
    })
  })

  it('finds no header where there is none', () => {
    const params = { name: 'toString', value: 'x' }
    expect(govTokenHeader.evaluate(params, carrying(token()))).toMatchObject({ status: 'failed', actual: null })
  })

  it('says nothing of another kind of token', () => {
    expect(govTokenHeader.evaluate({ name: 'alg', value: 'EdDSA' }, carrying('opaque'))).toMatchObject({
      status: 'not_applicable',
    })
  })

  it('needs a value to compare with', () => {
    expect(() => govTokenHeader.evaluate({ name: 'alg' }, carrying(token()))).toThrow(AuthoringDefect)
  })
})
