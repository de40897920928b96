import type { AgentProfile } from '../model/agent-profile.ts'
import type { Decided } from '../model/plan.ts'
import { claimsInWords, claimsTasksOf } from './claims.ts'
import type { Gating } from './gate.ts'
import { claimsGovernance } from './role-gate.ts'

const campaignTasks = new Set(['sync_plans', 'check_governance', 'report_plan_outcome', 'get_plan_audit_logs'])

/**
 * A task that the agent does not offer. Of campaign governance, that is its own fault when it claims that. Any other one blocks the step,
 * unless the agent claims nothing that the task belongs to: then the step does not apply.
 */
export function toolGate(task: string, { agent, schemas }: Pick<Gating, 'agent' | 'schemas'>): Decided | undefined {
  if (agent.tools.includes(task)) return undefined
  if (campaignTasks.has(task) && claimsGovernance(agent))
    return { verdict: { status: 'failed' }, validations: [undeclared(task, agent)] }
  const detail = `the agent does not offer the tool ${task}; it offers ${toolsInWords(agent.tools)}`
  const reason = task === 'comply_test_controller' ? 'missing_test_controller' : 'missing_tool'
  if (claimsTasksOf(schemas.task(task)?.protocol, agent) !== false)
    return { verdict: { status: 'blocked', reason, detail }, validations: [] }
  const evidence = { pointer: '/supported_protocols', value: agent.supportedProtocols }
  const why = `${detail}; nor does it claim what that belongs to: ${claimsInWords(agent)}`
  return { verdict: { status: 'not_applicable', reason, detail: why, evidence }, validations: [] }
}

const shown = 20
/** So many names of tools/list are read. */
const listed = 1_000

/** The start of a list of tools, to be read by people. */
export function toolsInWords(tools: readonly string[]): string {
  if (tools.length === 0) return 'no tools at all'
  const more =
    tools.length > shown ? ` and ${tools.length >= listed ? 'at least ' : ''}${tools.length - shown} more` : ''
  return `${tools.slice(0, shown).join(', ')}${more}`
}

function undeclared(task: string, agent: AgentProfile): Decided['validations'][number] {
  return {
    check: 'gov_tool_offered',
    description: `The agent claims campaign governance, so it offers ${task}`,
    severity: 'required',
    requirements: [],
    outcome: {
      status: 'failed',
      message: `the agent claims campaign governance and does not offer ${task}; it offers ${toolsInWords(agent.tools)}`,
      pointer: null,
      expected: task,
      actual: agent.tools.slice(0, shown),
    },
  }
}
