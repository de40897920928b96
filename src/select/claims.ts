import type { AgentProfile } from '../model/agent-profile.ts'
import type { Json } from '../model/json.ts'
import type { Family } from '../model/suite.ts'

/** Tasks that belong to a specialism of the governance protocol, by the protocol that the manifest gives them. */
const specialismOf: Readonly<Record<string, string>> = {
  property: 'property-lists',
  collection: 'collection-lists',
  'content-standards': 'content-standards',
}

/** Groups of tasks that go with no protocol: the section of the capability reply that announces them. */
const sectionOf: Readonly<Record<string, string>> = { account: 'account', compliance: 'compliance_testing' }

/**
 * Whether the agent says of itself that it does what tasks of this protocol (in the manifest's spelling) do; undefined when nothing can
 * be told, because its capability reply is missing or invalid, or the protocol is known to nobody.
 */
export function claimsTasksOf(protocol: string | undefined, agent: AgentProfile): boolean | undefined {
  const { capabilities, supportedProtocols, specialisms } = agent
  if (!capabilities || protocol === undefined) return undefined
  if (protocol === 'protocol') return true
  const section = sectionOf[protocol]
  if (section !== undefined) return isGiven(capabilities[section])
  const specialism = specialismOf[protocol]
  if (specialism !== undefined) return specialisms.map(asId).includes(specialism)
  return supportedProtocols.map(asId).includes(protocol)
}

/** Whether the agent claims what a family of official storyboards is for; undefined without a valid capability reply. */
export function claimsFamily(family: Family, agent: AgentProfile): boolean | undefined {
  if (family.kind === 'universal') return true
  if (!agent.capabilities) return undefined
  const claims = family.kind === 'protocol' ? agent.supportedProtocols : agent.specialisms
  return claims.map(asId).includes(family.id)
}

/** Claims in the wire's spelling (media_buy) as the suite spells them (media-buy). */
export function asId(claim: string): string {
  return claim.replaceAll('_', '-')
}

/** What the agent claims, to be read by people. */
export function claimsInWords({ supportedProtocols, specialisms }: AgentProfile): string {
  return `supported_protocols [${supportedProtocols.join(', ')}], specialisms [${specialisms.join(', ')}]`
}

function isGiven(section: Json | undefined): boolean {
  return section !== undefined && section !== null
}
