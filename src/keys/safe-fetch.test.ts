import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { safeFetch } from './safe-fetch.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serving(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const signal = new AbortController().signal

async function fetched(listener: RequestListener, options: { signal?: AbortSignal } = {}) {
  const origin = await serving(listener)
  return await safeFetch(`${origin}/.well-known/jwks.json`, `${origin}/mcp`, options.signal ?? signal)
}

describe('at the origin of the agent itself', () => {
  it('reads JSON', async () => {
    expect(await fetched((_request, response) => response.end('{"keys":[]}'))).toEqual({
      status: 200,
      body: { keys: [] },
    })
  })

  it('reads a compact JWS', async () => {
    expect(await fetched((_request, response) => response.end('aa.bb.cc\n'))).toEqual({ status: 200, body: 'aa.bb.cc' })
  })

  it.each([
    ['<h1>Hi</h1>', 'it is no JSON'],
    ['', 'it is no JSON'],
    ['x'.repeat(64 * 1024 + 1), 'it is larger than 65536 bytes'],
  ])('makes nothing of another body', async (body, problem) => {
    expect(await fetched((_request, response) => response.end(body))).toEqual({ status: 200, problem })
  })

  it('follows no redirect', async () => {
    const asked: string[] = []
    const answer = await fetched((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(answer).toEqual({ status: 302, problem: 'HTTP 302' })
    expect(asked).toEqual(['/.well-known/jwks.json'])
  })

  it('tells a missing document', async () => {
    expect(await fetched((_request, response) => response.writeHead(404).end())).toEqual({
      status: 404,
      problem: 'HTTP 404',
    })
  })

  it('gives up with the run', async () => {
    const answer = fetched(() => {}, { signal: AbortSignal.timeout(50) })
    expect(await answer).toEqual({ problem: 'no answer in time' })
  })

  it('gives up when the connection breaks', async () => {
    expect(await fetched((request) => request.socket.destroy())).toEqual({
      problem: 'the connection failed (ECONNRESET)',
    })
  })
})

describe('anywhere else', () => {
  const agent = 'https://governance.acme.com/mcp'
  it.each([
    ['http://governance.acme.com/keys', 'only https is asked'],
    ['file:///etc/passwd', 'only https is asked'],
    ['https://user:pw@1.1.1.1/keys', 'an address with a password is not asked'],
    ['https://127.0.0.1/keys', 'the address is not a public one'],
    ['https://2130706433/keys', 'the address is not a public one'],
    ['https://[::ffff:7f00:1]/keys', 'the address is not a public one'],
    ['https://169.254.169.254/latest', 'the address is not a public one'],
    ['https://localhost/keys', 'the name is reserved and leads nowhere'],
    ['https://gov.acme.example/keys', 'the name is reserved and leads nowhere'],
    ['keys', 'it is no URL'],
  ])('does not ask %s', async (url, problem) => {
    expect(await safeFetch(url, agent, signal)).toEqual({ problem })
  })

  it('does not ask another port of this machine, even for an agent on it', async () => {
    const origin = await serving((_request, response) => response.end('{}'))
    expect(await safeFetch(`${origin}/keys`, 'http://127.0.0.1:1/mcp', signal)).toEqual({
      problem: 'only https is asked',
    })
  })
})
