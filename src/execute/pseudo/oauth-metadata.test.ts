import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { safeSend } from '../../keys/safe-send.ts'
import type { Step } from '../../model/storyboard.ts'
import { planned, play } from '../scripted-transport.fixture.ts'
import { metadataUrl } from './protected-resource-metadata.ts'
import { probesWith } from './webhook-sender.fixture.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const resource: Step = {
  id: 'resource',
  task: 'protected_resource_metadata',
  validations: [
    { check: 'http_status', value: 200 },
    { check: 'field_present', path: 'authorization_servers' },
    { check: 'resource_equals_agent_url' },
  ],
}
const issuer: Step = {
  id: 'issuer',
  task: 'oauth_auth_server_metadata',
  validations: [
    { check: 'http_status', value: 200 },
    { check: 'field_present', path: 'token_endpoint' },
  ],
}

async function verdicts(listener: RequestListener, steps: readonly Step[] = [resource]) {
  server = createServer(listener)
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`
  const probes = probesWith({}, (request) =>
    safeSend({ limits: { bytes: 65_536, timeoutMs: 500 }, ...request }, url, AbortSignal.timeout(5_000)),
  )
  return (await play(planned([steps]), [], { probes, runner: { agent_url: url } })).verdicts
}

it('asks where RFC 9728 puts it', () => {
  expect(metadataUrl('https://agent.example.com/mcp')).toBe(
    'https://agent.example.com/.well-known/oauth-protected-resource/mcp',
  )
  expect(metadataUrl('https://agent.example.com/')).toBe(
    'https://agent.example.com/.well-known/oauth-protected-resource',
  )
})

describe('protected_resource_metadata', () => {
  const serve =
    (status: number, body: string, type = 'application/json'): RequestListener =>
    (_request, response) =>
      void response.writeHead(status, { 'content-type': type }).end(body)

  it('passes what is served as it must be', async () => {
    const good: RequestListener = ({ headers }, response) =>
      void response.end(
        JSON.stringify({ resource: `http://${headers.host}/mcp`, authorization_servers: ['https://auth.example.com'] }),
      )
    expect(await verdicts(good)).toEqual([{ status: 'passed' }])
  })

  it.each<[string, RequestListener]>([
    ['404', serve(404, '{}')],
    ['405, from a route that catches all', serve(405, '{"error":"method not allowed"}')],
    ['406, from a server that wants another Accept', serve(406, '')],
    ['200 with a page, from a catch-all', serve(200, '<!doctype html><title>Hi</title>', 'text/html; charset=utf-8')],
  ])('does not apply to an agent that answers %s', async (_name, listener) => {
    expect(await verdicts(listener)).toMatchObject([{ status: 'not_applicable', reason: 'not_applicable' }])
  })

  it.each<[string, RequestListener]>([
    ['a server error', serve(500, '{}')],
    ['metadata behind a login', serve(401, '{}')],
    [
      'metadata of another resource',
      serve(200, '{"resource":"https://auth.example.com","authorization_servers":["x"]}'),
    ],
    ['metadata without its servers', serve(200, '{"resource":"x"}')],
    ['no JSON', serve(200, 'ok', 'application/json')],
    ['a redirect', (_request, response) => void response.writeHead(302, { location: '/x' }).end()],
  ])('catches %s', async (_name, listener) => {
    expect(await verdicts(listener)).toEqual([{ status: 'failed' }])
  })

  it('says nothing of an agent that does not answer', async () => {
    expect(await verdicts(() => undefined)).toMatchObject([{ status: 'blocked', reason: 'no_reply' }])
  })
})

describe('oauth_auth_server_metadata', () => {
  const issuing =
    (path: string, documents: Readonly<Record<string, object>>): RequestListener =>
    ({ url, headers }, response) => {
      const at = `http://${headers.host}`
      const own = { resource: `${at}/mcp`, authorization_servers: [`${at}${path}`] }
      const body = url?.includes('oauth-protected-resource') ? own : documents[url ?? '']
      response.writeHead(body ? 200 : 404).end(JSON.stringify(body ?? {}))
    }
  const segment = '/.well-known/oauth-authorization-server'
  const metadata = { issuer: 'x', token_endpoint: 'y' }

  it.each([
    ['beside the host', '', segment],
    ['before the path of the issuer', '/tenant', `${segment}/tenant`],
    ['after the path of the issuer', '/tenant', `/tenant${segment}`],
  ])('finds it %s', async (_name, path, place) => {
    const [, verdict] = await verdicts(issuing(path, { [place]: metadata }), [resource, issuer])
    expect(verdict).toEqual({ status: 'passed' })
  })

  it('catches an issuer that serves none, or half of it', async () => {
    const [, none] = await verdicts(issuing('', {}), [resource, issuer])
    server?.close()
    const [, half] = await verdicts(issuing('', { [segment]: { issuer: 'x' } }), [resource, issuer])
    expect([none, half]).toEqual([{ status: 'failed' }, { status: 'failed' }])
  })

  it('does not ask what the agent must not make us ask', async () => {
    const inside: RequestListener = ({ headers }, response) =>
      void response.end(
        JSON.stringify({ resource: `http://${headers.host}/mcp`, authorization_servers: ['https://169.254.169.254'] }),
      )
    const [, verdict] = await verdicts(inside, [resource, issuer])
    expect(verdict).toMatchObject({ status: 'blocked', detail: expect.stringContaining('not a public one') })
  })

  it('does not apply to an agent that publishes no metadata of its own', async () => {
    const none: RequestListener = (_request, response) => void response.writeHead(404).end()
    const [, verdict] = await verdicts(none, [resource, issuer])
    expect(verdict).toMatchObject({ status: 'not_applicable', reason: 'not_applicable' })
  })

  it('cannot look further when nothing named an issuer', async () => {
    expect(await verdicts((_request, response) => void response.writeHead(404).end(), [issuer])).toMatchObject([
      { status: 'blocked', reason: 'prerequisite_failed' },
    ])
  })
})
