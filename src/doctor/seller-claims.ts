import type { AgentProfile } from '../model/agent-profile.ts'
import { claimsToBeGoverned, sells } from '../select/role-gate.ts'
import { bad, type Finding, ok, warn } from './finding.ts'

/** What a run asks of every governed seller before anything can be shown (profile governed-seller-core). */
const tasks = ['sync_governance', 'get_products', 'create_media_buy']

/** Of an agent that claims no governance of its own: whether it is one that obeys governance, and what to test it by. Pure. */
export function examineSellerClaims(agent: AgentProfile): Finding {
  if (!claimsToBeGoverned(agent)) return sells(agent) ? claimsNothing : isNeither
  const missing = tasks.filter((task) => !agent.tools.includes(task))
  if (missing.length === 0)
    return ok('claims', 'a seller that obeys governance agents: it is tested with --role seller, by docs/seller.md')
  return bad(
    'claims',
    `the agent claims to sell under campaign governance and does not offer ${missing.join(', ')}`,
    'Offer them: a run fails each step that needs one.',
  )
}

const claimsNothing = warn(
  'claims',
  'the agent sells and does not claim to obey governance agents: the storyboards for them do not apply to it',
  'A seller that does lists "governance-aware-seller" in specialisms, and is tested with --role seller; for another agent, use --suite official.',
)

const isNeither = warn(
  'claims',
  'the agent does not claim governance: the storyboards for governance agents do not apply to it',
  'A governance agent lists "governance" in supported_protocols; for another agent, use --suite official.',
)
