import { expect, it } from 'vitest'
import { peerHostingFor } from './peer-hosting.ts'

const manner = { clock: { now: Date.now }, ids: { uuid: () => 'u', opaque: () => 'o' } }

it.each([
  ['http://127.0.0.1:9/mcp', undefined, true],
  ['http://localhost:9/mcp', undefined, true],
  ['https://seller.example/mcp', undefined, false],
  ['https://seller.example/mcp', 'https://peer.example', true],
])('to a seller at %s, with the public address %s, it is offered: %s', (url, publicUrl, offered) => {
  const hosting = peerHostingFor(url, { ...manner, ...(publicUrl !== undefined && { peer: { publicUrl, port: 1 } }) })
  expect(hosting.offered).toBe(offered)
  if (!hosting.offered) expect(hosting.why).toContain('--public-url')
})
