import { expect, it } from 'vitest'
import { result } from '../../checks/evidence.fixture.ts'
import type { AgentProfile } from '../../model/agent-profile.ts'
import { audit, plannedPhases, play } from '../scripted-transport.fixture.ts'

const profile = (...tools: string[]) => ({ tools, supportedProtocols: [] }) as unknown as AgentProfile
const board = plannedPhases([{ id: 'p1', steps: [audit({ agent: 'governance' })] }], {
  more: {
    prerequisites: { controller_seeding: true },
    fixtures: { plans: [{ plan_id: 'pl' }] },
    default_agent: 'sales',
  },
})
const agents = (sales: AgentProfile) =>
  new Map([
    ['sales', sales],
    ['governance', profile()],
  ])

it('in a run against several agents goes to the default one of the storyboard', async () => {
  const { agent, verdicts } = await play(board, () => result({ success: true }), {
    agents: agents(profile('comply_test_controller')),
    agent: profile(),
  })
  expect(agent.heard.map((call) => [call.task, call.agent])).toEqual([
    ['comply_test_controller', 'sales'],
    ['get_plan_audit_logs', 'governance'],
  ])
  expect(verdicts).toEqual([{ status: 'passed' }, { status: 'passed' }])
})

it('looks for the test controller at the agent that it goes to', async () => {
  const { agent, verdicts } = await play(board, [], {
    agents: agents(profile()),
    agent: profile('comply_test_controller'),
  })
  expect(agent.heard).toEqual([])
  expect(verdicts).toMatchObject([{ status: 'blocked', reason: 'missing_test_controller' }])
})
