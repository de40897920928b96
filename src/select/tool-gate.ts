import type { AgentProfile } from '../model/agent-profile.ts'
import type { Decided } from '../model/plan.ts'
import { claimsGovernance } from './role-gate.ts'

const campaignTasks = new Set(['sync_plans', 'check_governance', 'report_plan_outcome', 'get_plan_audit_logs'])

/**
 * A task that the agent does not offer. When the agent claims the protocol that the task belongs to, that is its own fault;
 * otherwise nothing can be said of it.
 */
export function toolGate(task: string, agent: AgentProfile): Decided | undefined {
  if (agent.tools.includes(task)) return undefined
  const offered = inWords(agent.tools)
  if (!campaignTasks.has(task) || !claimsGovernance(agent)) {
    const detail = `the agent does not offer the tool ${task}; it offers ${offered}`
    return { verdict: { status: 'blocked', reason: 'missing_tool', detail }, validations: [] }
  }
  return { verdict: { status: 'failed' }, validations: [undeclared(task, agent, offered)] }
}

const shown = 20

function inWords(tools: readonly string[]): string {
  if (tools.length === 0) return 'no tools at all'
  const more = tools.length > shown ? ` and ${tools.length - shown} more` : ''
  return `${tools.slice(0, shown).join(', ')}${more}`
}

function undeclared(task: string, agent: AgentProfile, offered: string): Decided['validations'][number] {
  return {
    check: 'gov_tool_offered',
    description: `The agent claims campaign governance, so it offers ${task}`,
    severity: 'required',
    requirements: [],
    outcome: {
      status: 'failed',
      message: `the agent claims campaign governance and does not offer ${task}; it offers ${offered}`,
      pointer: null,
      expected: task,
      actual: agent.tools.slice(0, shown),
    },
  }
}
