import type { AgentProfile } from '../model/agent-profile.ts'
import type { Family } from '../model/suite.ts'
import { claimsFamily } from '../select/claims.ts'
import { claimsGovernance } from '../select/role-gate.ts'
import { bad, type Finding, ok, warn } from './finding.ts'
import { examineSellerClaims } from './seller-claims.ts'

/** The tools that an official storyboard cannot do without, and the claim that makes it apply. */
export interface ExpectedTools {
  readonly family: Family
  readonly tools: readonly string[]
}

/** Campaign Governance: what a governance agent is asked, all of it (task reference of the governance protocol). */
const campaignTasks = ['sync_plans', 'check_governance', 'report_plan_outcome', 'get_plan_audit_logs']

/** Whether the agent offers the tools that its own claims promise. Pure. */
export function examineClaims(agent: AgentProfile, expected: readonly ExpectedTools[]): readonly Finding[] {
  if (!agent.capabilities) return []
  const findings = [...campaign(agent), ...expected.flatMap((one) => official(one, agent))]
  return findings.length > 0 ? findings : [ok('claims', 'every tool that the claims of the agent promise is there')]
}

function campaign(agent: AgentProfile): readonly Finding[] {
  if (!claimsGovernance(agent)) return [examineSellerClaims(agent)]
  const missing = campaignTasks.filter((task) => !agent.tools.includes(task))
  if (missing.length === 0) return []
  return [
    bad(
      'claims',
      `the agent claims campaign governance and does not offer ${missing.join(', ')}`,
      'Offer them: a run fails each step that needs one.',
    ),
  ]
}

function official({ family, tools }: ExpectedTools, agent: AgentProfile): readonly Finding[] {
  if (family.kind === 'universal' || claimsFamily(family, agent) !== true) return []
  const told = claimsGovernance(agent) ? campaignTasks : []
  const missing = tools.filter((tool) => !agent.tools.includes(tool) && !told.includes(tool))
  if (missing.length === 0) return []
  return [
    warn(
      'claims',
      `the agent claims the ${family.kind} ${family.id} and does not offer ${missing.join(', ')}`,
      'Offer them, or do not claim it: the official storyboards for it stay undone.',
    ),
  ]
}
