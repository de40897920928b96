import { expect, it } from 'vitest'
import { canonicalAgentUrl, canonicalUrl } from './agent-url.ts'

it.each([
  ['https://Agent.Example:443/MCP/', 'https://agent.example/MCP'],
  ['HTTP://a.example', 'http://a.example'],
  ['https://user:pw@a.example/x#y', 'https://a.example/x'],
  ['https://a.example/mcp?tenant=1', 'https://a.example/mcp?tenant=1'],
  ['no url', 'no url'],
])('%s is compared as %s', (text, canonical) => expect(canonicalUrl(text)).toBe(canonical))

it.each([
  ['https://a.example/mcp', 'https://a.example'],
  ['https://a.example/sales/a2a/', 'https://a.example/sales'],
  ['https://a.example/.well-known/agent-card.json', 'https://a.example'],
  ['https://a.example/.well-known/adcp/sales', 'https://a.example/.well-known/adcp/sales'],
  ['https://a.example/mcp?tenant=1', 'https://a.example'],
])('%s names the agent %s', (text, agent) => expect(canonicalAgentUrl(text)).toBe(agent))

it('is quick with a text that is all slashes', () => {
  expect(canonicalAgentUrl('/'.repeat(100_000))).toBe('')
})
