import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { fetchSigningKeys } from './signing-keys.ts'

let server: Server | undefined
let origin = ''
afterEach(() => server?.close())

async function serving(documents: (origin: string) => Readonly<Record<string, object | string>>): Promise<void> {
  server = createServer((request, response) => {
    const document = documents(origin)[request.url ?? '']
    const text = typeof document === 'string' ? document : JSON.stringify(document)
    response.writeHead(document === undefined ? 404 : 200).end(text)
  })
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const { signal } = new AbortController()
const keys = [{ kid: 'a' }]
const ask = (more = {}) => fetchSigningKeys({ agentUrl: `${origin}/mcp`, ...more }, signal)
const brand = '/.well-known/brand.json'

it('follows brand.json to the key set of the entry with the address of the agent', async () => {
  await serving((at) => ({
    [brand]: {
      agents: [
        { url: 'https://other.example', jwks_uri: `${at}/no` },
        { url: `${at}/mcp`, jwks_uri: `${at}/k` },
      ],
    },
    '/k': { keys },
  }))
  expect(await ask()).toEqual({ brandUrl: origin + brand, jwksUrl: `${origin}/k`, isListed: true, keys })
})

it('looks at the usual place when the entry names none, and in the brands of a house', async () => {
  await serving((at) => ({
    [brand]: { brands: [{ agents: [{ url: `${at}/mcp` }] }] },
    '/.well-known/jwks.json': { keys },
  }))
  expect(await ask()).toMatchObject({ jwksUrl: `${origin}/.well-known/jwks.json`, isListed: true, keys })
})

it('is sent on once, and asks where the capabilities point', async () => {
  await serving((at) => ({
    '/other.json': { authoritative_location: `${at}/third.json` },
    '/third.json': { agents: [{ url: `${at}/mcp`, jwks_uri: `${at}/k` }] },
    '/k': { keys },
  }))
  expect(await ask({ brandJsonUrl: `${origin}/other.json` })).toMatchObject({ brandUrl: `${origin}/third.json`, keys })
})

it('tells keys of somebody else apart', async () => {
  await serving((at) => ({ [brand]: { agents: [{ url: `${at}/a2a`, jwks_uri: `${at}/k` }] }, '/k': { keys } }))
  expect(await ask()).toMatchObject({ isListed: false, keys })
})

it.each<[string, object | string | undefined, string]>([
  ['nothing', undefined, 'brand_json_unreachable'],
  ['no JSON', '<html>', 'brand_json_malformed'],
  ['a list', [], 'brand_json_malformed'],
  ['no agents', {}, 'agents_jwks_uri_missing'],
  ['an agent without keys', { agents: [{ url: 'https://other.example' }, null] }, 'agents_jwks_uri_missing'],
])('names what is wrong where it finds %s', async (_name, document, code) => {
  await serving(() => (document === undefined ? {} : { [brand]: document }))
  expect(await ask()).toMatchObject({ isListed: false, keys: [], problem: { code, outOfReach: false } })
})

it('names what is wrong with a key set', async () => {
  await serving((at) => ({ [brand]: { agents: [{ url: `${at}/mcp`, jwks_uri: `${at}/k` }] }, '/k': { keys: 'none' } }))
  expect(await ask()).toMatchObject({ keys: [], problem: { code: 'jwks_unreachable', outOfReach: false } })
})

it('says when an address could not be asked at all', async () => {
  await serving(() => ({}))
  const away = await ask({ brandJsonUrl: 'https://brand.example/brand.json' })
  expect(away.problem).toMatchObject({ code: 'brand_json_unreachable', outOfReach: true })
})
