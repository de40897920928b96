import type { AgentProfile } from '../model/agent-profile.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { StepVerdict } from '../model/verdict.ts'

/**
 * A storyboard for governance agents does not apply to an agent whose own valid capability reply claims no governance.
 * Without a valid reply nothing is proven, and the storyboard runs.
 */
export function roleGate(storyboard: Storyboard, agent: AgentProfile): StepVerdict | undefined {
  if (storyboard.agent?.interaction_model !== 'governance_agent' || !agent.capabilities) return undefined
  if (claimsGovernance(agent)) return undefined
  return {
    status: 'not_applicable',
    reason: 'not_applicable',
    detail: `the agent does not claim the governance protocol: supported_protocols [${agent.supportedProtocols.join(', ')}], specialisms [${agent.specialisms.join(', ')}]`,
    evidence: { pointer: '/supported_protocols', value: agent.supportedProtocols },
  }
}

export function claimsGovernance(agent: AgentProfile): boolean {
  return (
    agent.supportedProtocols.includes('governance') ||
    agent.experimentalFeatures.includes('governance.campaign') ||
    agent.specialisms.some((specialism) => campaignSpecialisms.has(specialism))
  )
}

const campaignSpecialisms = new Set(['governance-spend-authority', 'governance-delivery-monitor'])
