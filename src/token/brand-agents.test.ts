import { expect, it } from 'vitest'
import { governanceAgentsIn } from './brand-agents.ts'

it('finds the governance agents of a brand', () => {
  const agent = { type: 'governance', url: 'https://gov.example' }
  expect(governanceAgentsIn({ agents: [{ type: 'sales', url: 'https://s.example' }, agent, null, 'x'] })).toEqual([
    agent,
  ])
})

it.each([undefined, null, [], 'x', {}, { agents: {} }, { agents: [] }])('finds none in %j', (brand) => {
  expect(governanceAgentsIn(brand)).toEqual([])
})
