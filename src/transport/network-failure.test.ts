import { expect, it } from 'vitest'
import { networkFailure } from './network-failure.ts'

it.each([
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'refused'],
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ETIMEDOUT', 'timeout'],
  ['ECONNRESET', 'closed'],
  ['EADDRNOTAVAIL', 'closed'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['CERT_REVOKED', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['HPE_HEADER_OVERFLOW', 'not_protocol'],
  ['Z_DATA_ERROR', 'not_protocol'],
  ['ERR__ERROR_FORMAT_PADDING_1', 'not_protocol'],
])('takes %s for %s, and names it', (code, cause) => {
  const failure = networkFailure(Object.assign(new Error('x'), { code }))
  expect(failure).toMatchObject({ kind: 'unreachable', cause })
  expect(failure?.message).toMatch(/^the |^nothing |^there /)
  expect(failure?.message).toContain(`(${code})`)
})

it.each([
  [new TypeError('our own bug')],
  [Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' })],
  [Object.assign(new Error('x'), { code: 5 })],
  ['ECONNRESET'],
  [undefined],
])('says nothing of %s', (error) => {
  expect(networkFailure(error)).toBeUndefined()
})
