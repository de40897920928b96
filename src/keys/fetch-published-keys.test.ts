import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fetchPublishedKeys } from './fetch-published-keys.ts'

let server: Server
let origin: string
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const document = documents()[request.url ?? '']
    response.writeHead(document ? 200 : 404).end(JSON.stringify(document))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

function documents(): Readonly<Record<string, object>> {
  const agent = { type: 'governance', url: 'https://gov.example', jwks_uri: `${origin}/tenant/keys.json` }
  return {
    '/.well-known/jwks.json': { keys: [{ kid: 'shared' }] },
    '/tenant/keys.json': { keys: [{ kid: 'own' }] },
    '/.well-known/brand.json': { agents: [agent] },
  }
}

const clock = { now: () => Date.parse('2027-01-01T00:00:00Z') }
const { signal } = new AbortController()

it('reads what the agent publishes, also where its brand says', async () => {
  const question = { agentUrl: `${origin}/mcp`, kit: {}, issuer: 'https://gov.example' }
  const missing = { status: 404, problem: 'HTTP 404' }
  const reserved = 'the name is reserved and leads nowhere'
  const beside = (name: string) => ({ url: `${origin}/.well-known/${name}.json`, place: 'agent' })
  const atIssuer = (name: string) => ({
    url: `https://gov.example/.well-known/${name}.json`,
    place: 'issuer',
    problem: reserved,
  })
  expect(await fetchPublishedKeys(question, clock, signal)).toEqual({
    fetchedAt: '2027-01-01T00:00:00.000Z',
    jwks: [
      { url: `${origin}/tenant/keys.json`, place: 'declared', status: 200, body: { keys: [{ kid: 'own' }] } },
      atIssuer('jwks'),
      { ...beside('jwks'), status: 200, body: { keys: [{ kid: 'shared' }] } },
    ],
    archive: [atIssuer('jwks-archive'), { ...beside('jwks-archive'), ...missing }],
    revocations: [atIssuer('governance-revocations'), { ...beside('governance-revocations'), ...missing }],
    brand: [{ ...beside('brand'), status: 200, body: documents()['/.well-known/brand.json'] }],
  })
})

it('asks no further when the kit names the key set, and passes on the issuer that the kit names', async () => {
  asked.length = 0
  const kit = { jwks_url: `${origin}/.well-known/jwks.json`, issuer: 'https://gov.example' }
  const keys = await fetchPublishedKeys({ agentUrl: `${origin}/mcp`, kit }, clock, signal)
  expect(keys).toMatchObject({ issuer: 'https://gov.example', jwks: [{ place: 'kit', status: 200 }] })
  expect(asked).not.toContain('/tenant/keys.json')
})
