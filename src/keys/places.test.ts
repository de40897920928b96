import { expect, it } from 'vitest'
import { isLoopback } from './loopback.ts'
import { placesOf } from './places.ts'

const path = '/.well-known/jwks.json'
const agentUrl = 'https://agent.acme.com/mcp'

it('asks the issuer first, then what the agent declares, then the agent, each origin once', () => {
  const question = { agentUrl, kit: {}, declaredOrigin: 'https://keys.acme.com' }
  expect(placesOf({ ...question, issuer: 'https://gov.acme.com/tenant/1' }).jwks).toEqual([
    { url: `https://gov.acme.com${path}`, place: 'issuer' },
    { url: `https://keys.acme.com${path}`, place: 'declared' },
    { url: `https://agent.acme.com${path}`, place: 'agent' },
  ])
  expect(placesOf({ ...question, issuer: agentUrl }).jwks).toEqual([
    { url: `https://agent.acme.com${path}`, place: 'issuer' },
    { url: `https://keys.acme.com${path}`, place: 'declared' },
  ])
})

it('asks only https addresses beside the agent', () => {
  const issuers = ['http://gov.acme.com', 'file:///etc/passwd', 'gov']
  for (const issuer of issuers)
    expect(placesOf({ agentUrl, kit: {}, issuer }).jwks).toEqual([
      { url: `https://agent.acme.com${path}`, place: 'agent' },
    ])
})

it('asks nothing but what the kit names', () => {
  const kit = {
    jwks_url: 'https://a.acme.com/keys',
    archive_url: 'https://b.acme.com',
    revocations_url: 'https://c.acme.com',
  }
  expect(placesOf({ agentUrl, kit, issuer: 'https://gov.acme.com' })).toEqual({
    jwks: [{ url: 'https://a.acme.com/keys', place: 'kit' }],
    archive: [{ url: 'https://b.acme.com', place: 'kit' }],
    revocations: [{ url: 'https://c.acme.com', place: 'kit' }],
    brand: [],
  })
})

it('looks for the brand at its own domain, and beside an agent on this machine', () => {
  const local = 'http://127.0.0.1:4000/mcp'
  expect(placesOf({ agentUrl, kit: {}, brandDomain: 'acme.com' }).brand).toEqual([
    { url: 'https://acme.com/.well-known/brand.json', place: 'kit' },
  ])
  expect(placesOf({ agentUrl: local, kit: {}, brandDomain: 'acme.example' }).brand).toEqual([
    { url: 'https://acme.example/.well-known/brand.json', place: 'kit' },
    { url: 'http://127.0.0.1:4000/.well-known/brand.json', place: 'agent' },
  ])
  expect(placesOf({ agentUrl, kit: { brand_url: 'https://brand.acme.com' } }).brand).toEqual([
    { url: 'https://brand.acme.com', place: 'kit' },
  ])
})

it('knows this machine by its names', () => {
  expect(['http://localhost:1', 'http://127.8.0.1/', 'http://[::1]:2/mcp'].every(isLoopback)).toBe(true)
  expect(['https://localhost.acme.com', 'https://128.0.0.1', 'https://[::2]'].some(isLoopback)).toBe(false)
})
