import { expect, it } from 'vitest'
import type { AgentProfile } from '../model/agent-profile.ts'
import { toolGate } from './tool-gate.ts'

const agent: AgentProfile = {
  url: 'http://agent.test',
  protocol: 'mcp',
  tools: ['sync_plans', 'get_products'],
  supportedProtocols: ['governance'],
  specialisms: [],
  experimentalFeatures: [],
}

it('lets an offered tool be called', () => {
  expect(toolGate('sync_plans', agent)).toBeUndefined()
})

it.each(['check_governance', 'report_plan_outcome', 'get_plan_audit_logs'])(
  'fails an agent that claims governance without %s',
  (task) => {
    expect(toolGate(task, agent)).toEqual({
      verdict: { status: 'failed' },
      validations: [
        {
          check: 'gov_tool_offered',
          description: `The agent claims campaign governance, so it offers ${task}`,
          severity: 'required',
          requirements: [],
          outcome: {
            status: 'failed',
            message: `the agent claims campaign governance and does not offer ${task}; it offers sync_plans, get_products`,
            pointer: null,
            expected: task,
            actual: ['sync_plans', 'get_products'],
          },
        },
      ],
    })
  },
)

it.each<[string, AgentProfile, string]>([
  ['check_governance', { ...agent, supportedProtocols: [] }, 'it offers sync_plans, get_products'],
  ['create_media_buy', agent, 'it offers sync_plans, get_products'],
  ['create_media_buy', { ...agent, tools: [] }, 'it offers no tools at all'],
  ['sync_plan', agent, 'it offers sync_plans, get_products'],
])('blames nobody for %s where it was not claimed', (task, other, offered) => {
  expect(toolGate(task, other)).toEqual({
    verdict: {
      status: 'blocked',
      reason: 'missing_tool',
      detail: `the agent does not offer the tool ${task}; ${offered}`,
    },
    validations: [],
  })
})
