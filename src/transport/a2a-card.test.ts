import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { cardAt } from './a2a.fixture.ts'
import { cardPlaces, readCard } from './a2a-card.ts'

const place = new URL('https://a.example/x/.well-known/agent-card.json')
const read = (document: Json | undefined) => readCard(document, place)
const url = 'https://a.example/rpc'

it.each([
  ['https://a.example', ['/.well-known/agent-card.json']],
  ['https://a.example/', ['/.well-known/agent-card.json']],
  ['https://a.example/x/', ['/x/.well-known/agent-card.json', '/.well-known/agent-card.json']],
  ['https://a.example/x?k=v', ['/x/.well-known/agent-card.json', '/.well-known/agent-card.json']],
  ['https://a.example/y/.well-known/agent-card.json', ['/y/.well-known/agent-card.json']],
  ['https://a.example/.well-known/agent.json', ['/.well-known/agent.json']],
])('the card of %s is looked for at %j', (address, places) => {
  expect(cardPlaces(new URL(address)).map(({ pathname }) => pathname)).toEqual(places)
})

describe('a card', () => {
  it('names the endpoint, the skills and the agent', () => {
    expect(read(cardAt(url))).toEqual({
      name: 'loopback',
      version: '1.2.3',
      endpoint: new URL(url),
      skills: ['check_governance'],
    })
  })

  it('may name its endpoint by a path', () => {
    expect(read(cardAt('/rpc'))).toMatchObject({ endpoint: new URL(url) })
  })

  it.each<[string, Json]>([
    ['another interface, when the main one is no JSON-RPC', [{ url, transport: 'JSONRPC' }]],
    [
      'the first of several',
      [
        { url: 'x', transport: 'GRPC' },
        { url, transport: 'JSONRPC' },
      ],
    ],
  ])('is read for %s', (_, additionalInterfaces) => {
    const card = cardAt('grpc://a.example', { preferredTransport: 'GRPC', additionalInterfaces })
    expect(read(card)).toMatchObject({ endpoint: new URL(url) })
  })

  it('of A2A 1.0 counts for its interface of 0.3', () => {
    const supportedInterfaces = [
      { url: 'https://a.example/one', protocolBinding: 'JSONRPC', protocolVersion: '1.0' },
      { url, protocolBinding: 'JSONRPC', protocolVersion: '0.3' },
    ]
    expect(read({ name: 'a', supportedInterfaces })).toMatchObject({ endpoint: new URL(url), skills: [] })
    expect(read({ name: 'a', supportedInterfaces: supportedInterfaces.slice(0, 1) })).toEqual({
      unusable: 'its agent card offers no JSON-RPC of A2A 0.3: JSONRPC 1.0',
    })
  })

  it('whose address is no URL cannot be used', () => {
    expect(read(cardAt('http://'))).toEqual({ unusable: 'the address in its agent card is no URL' })
  })

  it.each<[string, Json | undefined]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['an object without an address', { name: 'x' }],
    ['an address of the wrong type', { url: 7, supportedInterfaces: [null, { url: [] }] }],
  ])('is not seen in %s', (_, document) => {
    expect(read(document)).toBeUndefined()
  })

  it('gives the names that can be called', () => {
    const skills = [
      { id: 'sync_plans', name: 'Sync plans' },
      { id: 's-2', name: 'check_governance' },
      { id: 'tasks/get' },
      { name: 'Only words' },
      { id: 'sync_plans', name: 'again' },
      { id: 'x'.repeat(500) },
      { id: 7 },
      null,
    ]
    const named = ['sync_plans', 'check_governance', 'tasks/get', 'Only words', 'again', 'x'.repeat(128)]
    expect(read(cardAt(url, { skills }))).toMatchObject({ skills: named })
    expect(read(cardAt(url, { skills: 'all' }))).toMatchObject({ skills: [] })
  })
})
