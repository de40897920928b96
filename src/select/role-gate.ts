import type { AgentProfile } from '../model/agent-profile.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { claimsInWords } from './claims.ts'

/**
 * A storyboard for governance agents does not apply to an agent whose own valid capability reply claims no governance; one for
 * governed sellers, to an agent that claims to be none. Without a valid reply nothing is proven, and the storyboard runs.
 */
export function roleGate(storyboard: Storyboard, agent: AgentProfile): StepVerdict | undefined {
  const role = roles[storyboard.agent?.interaction_model ?? '']
  if (role === undefined || !agent.capabilities || role.isClaimed(agent)) return undefined
  return {
    status: 'not_applicable',
    reason: 'not_applicable',
    detail: `the agent does not claim ${role.claim}: ${claimsInWords(agent)}`,
    evidence: role.evidence(agent),
  }
}

interface Role {
  readonly claim: string
  isClaimed(agent: AgentProfile): boolean
  evidence(agent: AgentProfile): { readonly pointer: string; readonly value: readonly string[] }
}

const roles: Readonly<Record<string, Role>> = {
  governance_agent: {
    claim: 'the governance protocol',
    isClaimed: claimsGovernance,
    evidence: ({ supportedProtocols }) => ({ pointer: '/supported_protocols', value: supportedProtocols }),
  },
  governed_seller: {
    claim: 'to sell under campaign governance',
    isClaimed: claimsToBeGoverned,
    evidence: ({ specialisms }) => ({ pointer: '/specialisms', value: specialisms }),
  },
}

/** Sellers name the experimental feature as well, and are no governance agents for that. */
export function claimsGovernance(agent: AgentProfile): boolean {
  return (
    agent.supportedProtocols.includes('governance') ||
    (agent.experimentalFeatures.includes(campaign) && !sells(agent)) ||
    agent.specialisms.some((specialism) => campaignSpecialisms.has(specialism))
  )
}

/** Whether its own capabilities say that it sells under campaign governance. */
export function claimsToBeGoverned(agent: AgentProfile): boolean {
  return agent.specialisms.includes(governed) || (agent.experimentalFeatures.includes(campaign) && sells(agent))
}

/** Whether they say that it sells at all. */
export function sells({ supportedProtocols, specialisms }: AgentProfile): boolean {
  return supportedProtocols.includes('media_buy') || specialisms.includes(governed)
}

const campaign = 'governance.campaign'
const governed = 'governance-aware-seller'
const campaignSpecialisms = new Set(['governance-spend-authority', 'governance-delivery-monitor'])
