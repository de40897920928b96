import { isLoopback } from '../keys/loopback.ts'
import { resolvePublic } from '../keys/resolve-public.ts'
import { safeFetch } from '../keys/safe-fetch.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { challengeOf } from './challenge.ts'
import { NoToken } from './no-token.ts'
import type { TokenEndpoint } from './token-endpoint.ts'
import { authorizationServerPlaces, resourcePlaces } from './well-known.ts'

const remedy = 'Give the address of the token endpoint: token_url in the configuration, or --oauth-token-url'

/**
 * Finds where tokens for an agent are asked for: the agent's protected resource metadata (RFC 9728) name an authorization server,
 * whose metadata (RFC 8414, or OpenID Connect discovery) name the endpoint. Metadata that speak of another resource or
 * another issuer are turned down: the client's secret would go to whoever wrote them.
 * @throws NoToken that says what was asked and what came
 */
export async function discoverTokenEndpoint(agentUrl: string, signal: AbortSignal): Promise<TokenEndpoint> {
  const resource = await firstOf(await resourceAddresses(agentUrl, signal), agentUrl, signal, (found) =>
    isOf(found, agentUrl),
  )
  const servers: readonly unknown[] = Array.isArray(resource.authorization_servers)
    ? resource.authorization_servers
    : []
  const issuer = servers.find((one) => typeof one === 'string' && URL.canParse(one))
  if (typeof issuer !== 'string')
    throw new NoToken('the protected resource metadata name no authorization server', remedy)
  const server = await firstOf(authorizationServerPlaces(issuer), agentUrl, signal, (found) => isIssuer(found, issuer))
  return endpointIn(server, agentUrl)
}

async function resourceAddresses(agentUrl: string, signal: AbortSignal): Promise<readonly string[]> {
  const named = await challengeOf(agentUrl, signal)
  return [...new Set([...(named === undefined ? [] : [named]), ...resourcePlaces(agentUrl)])]
}

/** The first document that is there; that it does not fit is no reason to look elsewhere. */
async function firstOf(
  addresses: readonly string[],
  agentUrl: string,
  signal: AbortSignal,
  problemOf: (found: JsonObject) => string | undefined,
): Promise<JsonObject> {
  const tried: string[] = []
  for (const address of addresses) {
    const { body, problem = 'it is no JSON object' } = await safeFetch(address, nearest(address, agentUrl), signal)
    if (!isJsonObject(body)) {
      tried.push(`${address}: ${problem}`)
      continue
    }
    const wrong = problemOf(body)
    if (wrong === undefined) return body
    throw new NoToken(`${address} cannot be trusted: ${wrong}`, remedy)
  }
  throw new NoToken(`no token endpoint was found (${tried.join('; ')})`, remedy)
}

/** Whoever tests an agent on this machine has its authorization server here as well. */
function nearest(address: string, agentUrl: string): string {
  return isLoopback(agentUrl) && isLoopback(address) ? address : agentUrl
}

/** RFC 9728, section 3.3: the metadata must be those of the resource that is asked for, or of the site it is a part of. */
function isOf({ resource }: JsonObject, agentUrl: string): string | undefined {
  if (typeof resource !== 'string' || !URL.canParse(resource)) return 'it names no resource'
  const [own, named] = [new URL(agentUrl), new URL(resource)]
  const within = `${own.pathname}/`.startsWith(`${named.pathname.replace(/\/$/, '')}/`)
  return own.origin === named.origin && within ? undefined : `it speaks of ${named.origin}${named.pathname}`
}

/** RFC 8414, section 3.3. */
function isIssuer({ issuer }: JsonObject, expected: string): string | undefined {
  const bare = (text: string) => text.replace(/\/$/, '')
  if (typeof issuer === 'string' && bare(issuer) === bare(expected)) return undefined
  return `its issuer is ${JSON.stringify(issuer) ?? 'not there'}, not ${expected}`
}

async function endpointIn(server: JsonObject, agentUrl: string): Promise<TokenEndpoint> {
  const { token_endpoint: url, token_endpoint_auth_methods_supported: methods } = server
  if (typeof url !== 'string' || !URL.canParse(url))
    throw new NoToken('the authorization server names no token endpoint', remedy)
  const problem = await problemOfPlace(new URL(url), agentUrl)
  if (problem !== undefined)
    throw new NoToken(`the token endpoint ${url} that was found is not asked: ${problem}`, remedy)
  const authMethods: readonly unknown[] = Array.isArray(methods) ? methods : []
  const known = authMethods.filter((method) => typeof method === 'string')
  return { url, ...(known.length > 0 && { authMethods: known }) }
}

/** An agent could lead us to this machine or its network, or have the secret travel in the open. */
async function problemOfPlace(place: URL, agentUrl: string): Promise<string | undefined> {
  if (isLoopback(agentUrl) && isLoopback(place.href)) return undefined
  if (place.protocol !== 'https:') return 'only https is asked'
  if (place.origin === new URL(agentUrl).origin) return undefined
  const found = await resolvePublic(place.hostname)
  return 'problem' in found ? found.problem : undefined
}
