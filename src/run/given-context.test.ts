import { expect, it } from 'vitest'
import type { AgentProfile } from '../model/agent-profile.ts'
import { givenContext } from './given-context.ts'

const agent = (url: string, ...supportedProtocols: string[]) => ({ url, supportedProtocols }) as unknown as AgentProfile
const sales = agent('http://sales.test/mcp', 'media_buy')
const governance = agent('http://governance.test/mcp', 'governance')

it('is what the operator gives, and nothing in a run against one agent', () => {
  expect(givenContext(undefined, undefined)).toEqual({})
  expect(givenContext({ a: '1' }, undefined)).toEqual({ a: '1' })
})

it('names the only agent that claims governance, unless the operator names another', () => {
  const agents = new Map([
    ['sales', sales],
    ['governance', governance],
  ])
  expect(givenContext({ a: '1' }, agents)).toEqual({ a: '1', governance_agent_url: 'http://governance.test/mcp' })
  const other = { governance_agent_url: 'https://other.example/mcp' }
  expect(givenContext(other, agents)).toEqual(other)
})

it('does not guess between two', () => {
  expect(
    givenContext(
      {},
      new Map([
        ['a', governance],
        ['b', { ...governance, url: 'http://b.test/mcp' }],
      ]),
    ),
  ).toEqual({})
  expect(givenContext({}, new Map([['sales', sales]]))).toEqual({})
})
