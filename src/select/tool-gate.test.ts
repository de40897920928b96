import { expect, it } from 'vitest'
import type { AgentProfile } from '../model/agent-profile.ts'
import { agentWith, gatingOf } from './gating.fixture.ts'
import { toolGate } from './tool-gate.ts'

const agent = agentWith()

it('lets an offered tool be called', () => {
  expect(toolGate('sync_plans', gatingOf(agent))).toBeUndefined()
})

it.each(['check_governance', 'report_plan_outcome', 'get_plan_audit_logs'])(
  'fails an agent that claims governance without %s',
  (task) => {
    expect(toolGate(task, gatingOf(agent))).toEqual({
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

const silent = (({ capabilities: _, ...rest }) => rest)(agent)

it.each<[string, AgentProfile, string, string]>([
  ['create_media_buy', { ...agent, supportedProtocols: ['media_buy'] }, 'missing_tool', 'sync_plans, get_products'],
  ['create_media_buy', { ...silent, tools: [] }, 'missing_tool', 'no tools at all'],
  ['check_governance', { ...silent, supportedProtocols: [] }, 'missing_tool', 'sync_plans, get_products'],
  ['create_property_list', { ...agent, specialisms: ['property-lists'] }, 'missing_tool', 'sync_plans, get_products'],
  ['list_accounts', { ...agent, capabilities: { account: {} } }, 'missing_tool', 'sync_plans, get_products'],
  ['get_task_status', agent, 'missing_tool', 'sync_plans, get_products'],
  ['no_such_task', agent, 'missing_tool', 'sync_plans, get_products'],
  [
    'comply_test_controller',
    { ...agent, capabilities: { compliance_testing: {} } },
    'missing_test_controller',
    'sync_plans, get_products',
  ],
])('blames nobody for %s, and cannot go on without it', (task, other, reason, offered) => {
  expect(toolGate(task, gatingOf(other))).toEqual({
    verdict: { status: 'blocked', reason, detail: `the agent does not offer the tool ${task}; it offers ${offered}` },
    validations: [],
  })
})

it.each<[string, string]>([
  ['create_media_buy', 'missing_tool'],
  ['list_creatives', 'missing_tool'],
  ['create_property_list', 'missing_tool'],
  ['list_accounts', 'missing_tool'],
  ['comply_test_controller', 'missing_test_controller'],
])('does not ask %s of an agent that claims nothing it belongs to', (task, reason) => {
  expect(toolGate(task, gatingOf(agent))).toEqual({
    verdict: {
      status: 'not_applicable',
      reason,
      detail: `the agent does not offer the tool ${task}; it offers sync_plans, get_products; nor does it claim what that belongs to: supported_protocols [governance], specialisms []`,
      evidence: { pointer: '/supported_protocols', value: ['governance'] },
    },
    validations: [],
  })
})
