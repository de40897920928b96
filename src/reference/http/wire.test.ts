import { afterEach, expect, it } from 'vitest'
import { testBed } from '../agent.fixture.ts'
import { type ServedAgent, serveGovernanceAgent } from '../serve.ts'
import type { Wire } from './wire.ts'

const open: ServedAgent[] = []
afterEach(async () => {
  for (const served of open.splice(0)) await served.close()
})

/** The content type and the text of the reply to get_adcp_capabilities. */
async function asked(wire: Wire): Promise<readonly [string | null, string]> {
  const served = await serveGovernanceAgent({ port: 0, agent: testBed().agent, wire })
  open.push(served)
  const post = (message: object, headers = {}) =>
    fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...message }),
    })
  const clientInfo = { name: 'test', version: '1' }
  const started = await post({
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo },
  })
  const session = { 'mcp-session-id': started.headers.get('mcp-session-id') ?? '' }
  await started.text()
  const reply = await post({ method: 'tools/call', params: { name: 'get_adcp_capabilities', arguments: {} } }, session)
  return [reply.headers.get('content-type'), await reply.text()]
}

it('replies travel as JSON unless something else is chosen', async () => {
  const [type, text] = await asked({})
  expect(type).toBe('application/json')
  const { result } = JSON.parse(text)
  expect(JSON.parse(result.content[0].text)).toEqual(result.structuredContent)
})

it('as server-sent events', async () => {
  const [type, text] = await asked({ eventStream: true })
  expect(type).toBe('text/event-stream')
  expect(text).toMatch(/^data: \{.*supported_protocols/m)
})

it('in the tool result that was chosen', async () => {
  const [, text] = await asked({ toolResult: () => ({ content: [{ type: 'text', text: 'Chosen.' }] }) })
  expect(JSON.parse(text).result).toEqual({ content: [{ type: 'text', text: 'Chosen.' }] })
})
