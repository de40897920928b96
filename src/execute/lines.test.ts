import { expect, it } from 'vitest'
import { AgentUnavailable } from '../errors.ts'
import { Lines } from './lines.ts'
import { ScriptedAgent } from './scripted-transport.fixture.ts'

it('opens one line for each principal, when first asked, and closes them all', async () => {
  const agent = new ScriptedAgent([])
  const lines = new Lines((principal) => agent.connect(principal))
  expect(agent.opened).toBe(0)
  const [one, same, other] = await Promise.all([lines.as('default'), lines.as('default'), lines.as('seller')])
  expect(one).toBe(same)
  expect(one).not.toBe(other)
  await lines.close()
  expect([agent.opened, agent.closed]).toEqual([2, 2])
})

it('asks for a line that could not be opened only once, and closes the others', async () => {
  const agent = new ScriptedAgent([])
  let tried = 0
  const lines = new Lines((principal) => {
    if (principal === 'default') return agent.connect(principal)
    tried += 1
    return Promise.reject(new AgentUnavailable('http://agent.test', 'refused', 'Start it.'))
  })
  await lines.as('default')
  await expect(lines.as('seller')).rejects.toThrow(AgentUnavailable)
  await expect(lines.as('seller')).rejects.toThrow(AgentUnavailable)
  await lines.close()
  expect([tried, agent.closed]).toEqual([1, 1])
})
