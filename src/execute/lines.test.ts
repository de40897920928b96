import { expect, it } from 'vitest'
import { AgentUnavailable } from '../errors.ts'
import type { Speaker } from '../model/speaker.ts'
import { Lines } from './lines.ts'
import { ScriptedAgent } from './scripted-transport.fixture.ts'

const buyer: Speaker = { principal: 'default' }
const seller: Speaker = { principal: 'seller' }

it('opens one line for each principal, when first asked, and closes them all', async () => {
  const agent = new ScriptedAgent([])
  const lines = new Lines((speaker) => agent.connect(speaker))
  expect(agent.opened).toBe(0)
  const [one, same, other] = await Promise.all([lines.as(buyer), lines.as({ ...buyer }), lines.as(seller)])
  expect(one).toBe(same)
  expect(one).not.toBe(other)
  await lines.close()
  expect([agent.opened, agent.closed]).toEqual([2, 2])
})

it('asks for a line that could not be opened only once, and closes the others', async () => {
  const agent = new ScriptedAgent([])
  let tried = 0
  const lines = new Lines((speaker) => {
    if (speaker.principal === 'default') return agent.connect(speaker)
    tried += 1
    return Promise.reject(new AgentUnavailable('http://agent.test', 'refused', 'Start it.'))
  })
  await lines.as(buyer)
  await expect(lines.as(seller)).rejects.toThrow(AgentUnavailable)
  await expect(lines.as(seller)).rejects.toThrow(AgentUnavailable)
  await lines.close()
  expect([tried, agent.closed]).toEqual([1, 1])
})

it('keeps apart who speaks to which agent with which credentials, and opens more on demand', async () => {
  const agent = new ScriptedAgent([])
  const lines = new Lines((speaker) => agent.connect(speaker))
  const speakers: Speaker[] = [
    buyer,
    { ...buyer, agent: 'sales' },
    { ...buyer, headers: {} },
    { ...buyer, headers: { Authorization: 'Bearer a' } },
  ]
  const open = await Promise.all([...speakers, ...speakers].map((speaker) => lines.as(speaker)))
  expect(new Set(open).size).toBe(4)
  expect(new Set([await lines.another(buyer), await lines.another(buyer), open[0]]).size).toBe(3)
  lines.forget(buyer)
  expect(await lines.as(buyer)).not.toBe(open[0])
  await lines.close()
  expect([agent.opened, agent.closed]).toEqual([7, 7])
})
