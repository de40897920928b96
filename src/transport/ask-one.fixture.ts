import type { ServerResponse } from 'node:http'
import { afterEach, expect } from 'vitest'
import type { Exchange } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { type McpOptions, openMcp } from './index.ts'
import { agent, options } from './loopback.fixture.ts'

const servers: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** The server, closed after the test. */
export async function started<T extends { close(): Promise<void> }>(server: Promise<T>): Promise<T> {
  servers.push(await server)
  return await server
}

export type OnCall = (message: JsonObject, response: ServerResponse) => void

/** One call to an agent that answers every call with `onCall`. */
export async function askOne(onCall: OnCall, changes: Partial<McpOptions> = {}): Promise<Exchange> {
  const server = await started(agent({ onCall }))
  const line = await openMcp(options(server.url, changes))
  expect(line.refusal).toBeUndefined()
  const exchange = await line.call({ task: 't', arguments: { a: 1 } })
  await line.close()
  return exchange
}

export function stream(response: ServerResponse): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
  return response
}
