import type { Json, JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'

/** What a line needs of an agent card. */
export interface AgentCard {
  readonly name?: string
  readonly version?: string
  /** The address that takes JSON-RPC. */
  readonly endpoint: URL
  /** The skills in the agent's order, by the names that can be called. */
  readonly skills: readonly string[]
}

const wellKnown = '.well-known/agent-card.json'
const mostSkills = 1_000
/** As for tools: an agent must not fill a report with its names. */
const longestName = 128

/**
 * Where the card of an agent can be: the address itself when it names one; below its path, where AdCP's own client looks;
 * at the root of its origin, where A2A puts it.
 */
export function cardPlaces(address: URL): readonly URL[] {
  if (/\/\.well-known\/agent(-card)?\.json$/.test(address.pathname)) return [address]
  const below = new URL(address)
  below.pathname = `${address.pathname.replace(/\/$/, '')}/${wellKnown}`
  const atRoot = new URL(`/${wellKnown}`, address)
  return below.pathname === atRoot.pathname ? [below] : [below, atRoot]
}

/** A card, or why it cannot be used; undefined when the document is no agent card at all. */
export function readCard(
  document: Json | undefined,
  place: URL,
): AgentCard | { readonly unusable: string } | undefined {
  if (!isJsonObject(document)) return undefined
  const offered = interfacesOf(document)
  if (offered.length === 0) return undefined
  const chosen = offered.find(({ binding, version }) => binding === 'JSONRPC' && !version.startsWith('1.'))
  if (!chosen) return { unusable: `its agent card offers no JSON-RPC of A2A 0.3: ${offered.map(inWords).join(', ')}` }
  if (!URL.canParse(chosen.url, place.href)) return { unusable: 'the address in its agent card is no URL' }
  const endpoint = new URL(chosen.url, place)
  return { ...textsOf(document), endpoint, skills: skillsOf(document) }
}

interface Interface {
  readonly url: string
  readonly binding: string
  readonly version: string
}

/** A2A 0.3 names the main interface beside the others; A2A 1.0 has one list for all. */
function interfacesOf(card: JsonObject): readonly Interface[] {
  const main = { url: card.url, transport: card.preferredTransport, protocolVersion: card.protocolVersion }
  return [main, ...objectsIn(card.additionalInterfaces), ...objectsIn(card.supportedInterfaces)].flatMap(interfaceIn)
}

function interfaceIn({
  url,
  transport,
  protocolBinding,
  protocolVersion,
}: Record<string, Json | undefined>): Interface[] {
  if (typeof url !== 'string') return []
  const binding = transport ?? protocolBinding ?? 'JSONRPC'
  return [{ url, binding: String(binding).slice(0, 40), version: String(protocolVersion ?? '').slice(0, 40) }]
}

function inWords({ binding, version }: Interface): string {
  return version === '' ? binding : `${binding} ${version}`
}

/** Some agents put the task's name into the skill's `id`, some into its `name`. */
function skillsOf({ skills }: JsonObject): readonly string[] {
  const named = objectsIn(skills)
    .slice(0, mostSkills)
    .flatMap(({ id, name }) => {
      const texts = [name, id].filter((value) => typeof value === 'string').map((text) => text.slice(0, longestName))
      const callable = texts.filter((text) => /^[a-z][a-z0-9_/]*$/.test(text))
      return callable.length > 0 ? callable : texts.slice(0, 1)
    })
  return [...new Set(named)]
}

function textsOf({ name, version }: JsonObject): Pick<AgentCard, 'name' | 'version'> {
  return {
    ...(typeof name === 'string' && { name: name.slice(0, longestName) }),
    ...(typeof version === 'string' && { version: version.slice(0, longestName) }),
  }
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : []
}
