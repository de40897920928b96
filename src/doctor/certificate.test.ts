import { createServer as createPlain } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { afterEach, describe, expect, it } from 'vitest'
import { readHandshake, withoutTls } from './certificate.ts'
import { type Shown, shakeHands } from './handshake.ts'

const day = 86_400_000
const now = Date.parse('2027-03-01T00:00:00Z')
const never = new AbortController().signal
const open: { close(): void; closeAllConnections(): void }[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listen(server: Server | ReturnType<typeof createPlain>): Promise<URL> {
  open.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return new URL(`https://localhost:${(server.address() as AddressInfo).port}/mcp`)
}

const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
  algorithm: 'sha256',
  extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
})
const served = () => listen(createServer({ key: pems.private, cert: pems.cert }))

describe('a handshake', () => {
  it('with a certificate of an authority that is known is told as trusted', async () => {
    const shown = await shakeHands(await served(), never, pems.cert)
    expect(shown).toMatchObject({ protocol: 'TLSv1.3', issuer: 'localhost', chain: 1 })
    expect(shown).not.toHaveProperty('distrust')
    expect(readHandshake(shown, Date.now()).map(({ level }) => level)).toEqual(['ok', 'ok'])
  })

  it('with a self-signed certificate is bad, and looks at it all the same', async () => {
    const [trust, dates] = readHandshake(await shakeHands(await served(), never), Date.now())
    expect(trust).toMatchObject({ level: 'bad', what: expect.stringContaining('the certificate is self-signed') })
    expect(dates).toMatchObject({ level: 'ok' })
  })

  it('under another host name is bad', async () => {
    const url = await served()
    url.hostname = '127.0.0.1'
    const [trust] = readHandshake(await shakeHands(url, never, pems.cert), Date.now())
    expect(trust).toMatchObject({ level: 'bad', what: expect.stringContaining('for another host name') })
  })

  it('with a server that speaks no TLS comes to nothing', async () => {
    const url = await listen(createPlain())
    expect(readHandshake(await shakeHands(url, never), now)).toMatchObject([{ area: 'TLS', level: 'bad' }])
  })

  it('can be interrupted', async () => {
    const url = await listen(createPlain())
    expect(await shakeHands(url, AbortSignal.abort())).toEqual({ failure: 'it was interrupted' })
  })
})

const shown: Shown = {
  protocol: 'TLSv1.3',
  issuer: 'Some Authority',
  validFrom: now - 60 * day,
  validTo: now + 30 * day,
  chain: 3,
}

describe('a certificate', () => {
  it('that is trusted and lasts is fine', () => {
    expect(readHandshake(shown, now)).toEqual([
      { area: 'TLS', level: 'ok', what: 'TLSv1.3, a trusted certificate of Some Authority, 3 links long' },
      { area: 'TLS', level: 'ok', what: 'the certificate is valid until 2027-03-31, 30 days' },
    ])
  })

  it('that ends soon is worth a warning', () => {
    expect(readHandshake({ ...shown, validTo: now + 14 * day }, now)[1]).toMatchObject({ level: 'ok' })
    expect(readHandshake({ ...shown, validTo: now + 14 * day - 1 }, now)[1]).toMatchObject({
      level: 'warn',
      what: 'the certificate is valid until 2027-03-14, only 13 days',
    })
  })

  it.each([
    ['CERT_HAS_EXPIRED', 'the certificate has expired (CERT_HAS_EXPIRED)', 'Renew the certificate.'],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'the chain is not whole: the server sends its own certificate without those between (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
      'Let the server send the whole chain, or name a file of further authorities in NODE_EXTRA_CA_CERTS.',
    ],
    ['NEWS', 'the certificate is not trusted (NEWS)', expect.stringContaining('NODE_EXTRA_CA_CERTS')],
  ])('that is not trusted says why: %s', (distrust, what, remedy) => {
    expect(readHandshake({ ...shown, distrust, validTo: now - day }, now)).toEqual([
      { area: 'TLS', level: 'bad', what, remedy },
    ])
  })

  it('that is not valid yet tells the time here', () => {
    expect(readHandshake({ ...shown, distrust: 'CERT_NOT_YET_VALID', validFrom: now + day }, now)).toMatchObject([
      { level: 'bad', remedy: 'Look at the clocks: here it is 2027-03-01T00:00:00.000Z.' },
    ])
  })
})

it.each([
  ['http://127.0.0.1:8700/mcp', 'ok'],
  ['http://[::1]/mcp', 'ok'],
  ['http://localhost/mcp', 'ok'],
  ['http://localhost.example/mcp', 'warn'],
  ['http://10.0.0.1/mcp', 'warn'],
])('plain http to %s: %s', (url, level) => {
  expect(withoutTls(new URL(url))).toMatchObject({ area: 'TLS', level })
})
