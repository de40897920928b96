import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { UsageError } from '../../errors.ts'
import { accounts, purchase, sellerBed } from '../seller.fixture.ts'
import { sellerTasks } from './seller.ts'
import { type ServedSeller, serveSeller } from './serve-seller.ts'

let served: ServedSeller
beforeEach(async () => {
  served = await serveSeller({ port: 0, seller: sellerBed().seller, bearerTokens: new Map([['secret', 'buyer']]) })
})
afterEach(() => served.close())

it('answers over MCP whoever has a token', async () => {
  const client = new Client({ name: 'test', version: '1' })
  const requestInit = { headers: { authorization: 'Bearer secret' } }
  await client.connect(new StreamableHTTPClientTransport(new URL(served.url), { requestInit }) as Transport)
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(sellerTasks)
  await client.callTool({ name: 'sync_accounts', arguments: { ...accounts() } })
  const made = await client.callTool({ name: 'create_media_buy', arguments: { ...purchase() } })
  expect(made.structuredContent).toMatchObject({ status: 'pending_start' })
  await client.close()
})

it.each([
  ['/mcp', {}, 401],
  ['/mcp', { authorization: 'Bearer wrong' }, 401],
  ['/other', { authorization: 'Bearer secret' }, 404],
  ['/mcp', { authorization: 'Bearer secret' }, 400],
])('%s with %j is answered with %i', async (path, headers, status) => {
  const response = await fetch(new URL(path, served.url), { method: 'POST', body: 'no json', headers })
  expect(response.status).toBe(status)
})

it('says which port is taken', async () => {
  const port = Number(new URL(served.url).port)
  await expect(serveSeller({ port, seller: sellerBed().seller })).rejects.toThrow(UsageError)
})
