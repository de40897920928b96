import { readPath } from '../../../json/path.ts'
import type { Json } from '../../../model/json.ts'
import { hasAsciiHost } from '../../../signatures/canonical-url.ts'
import { isUnsigned, operationOf, type SigningVector } from './signing-vector.ts'
import type { VerifierClaims } from './verifier-claims.ts'

/** Which task to call, and with whose credentials. */
interface Operation {
  /** The task to call; or a JSON-RPC method, which is sent as the vector has it. */
  readonly operation: string
  readonly isMethod: boolean
  /** Whether the credentials of the run go along. */
  readonly withCredentials: boolean
}

/** What stands in the request line, and in the header Host, exactly. */
interface Place {
  readonly target: string
  readonly host: string
}

interface NotApplicable {
  readonly notApplicable: string
}

/** How a vector is brought to an agent, whose address and tasks are others than those of the vector. */
export type VectorAim = (Operation & Place) | NotApplicable

export interface AimedAgent {
  readonly url: string
  readonly tools: readonly string[]
  readonly claims: VerifierClaims
  readonly isMutating: (task: string) => boolean
}

/** Pure: what of the vector can be said to this agent, or why nothing can. */
export function aimVector(vector: SigningVector, agent: AimedAgent): VectorAim {
  if (vector.hasOwnKey) return { notApplicable: 'it needs a malformed key among those that the agent trusts' }
  const policy = policyProblem(vector, agent.claims)
  if (policy !== undefined) return { notApplicable: policy }
  const place = placeFor(vector, agent.url)
  if ('notApplicable' in place) return place
  const operation = isUnsigned(vector) ? unsignedOperation(vector, agent) : signedOperation(vector, agent)
  return 'notApplicable' in operation ? operation : { ...operation, ...place }
}

function policyProblem(
  { errorCode, digest, request }: SigningVector,
  { digest: own }: VerifierClaims,
): string | undefined {
  const covers = /"content-digest"/.test(request.headers['signature-input'] ?? '')
  if (errorCode === 'request_signature_components_unexpected')
    return own === 'forbidden' ? undefined : `the agent declares covers_content_digest as ${own}, not as forbidden`
  if (errorCode === 'request_signature_components_incomplete' && digest === 'required')
    return own === 'required' ? undefined : `the agent declares covers_content_digest as ${own}, not as required`
  return covers && own === 'forbidden' ? 'the agent forbids that the signature covers the body' : undefined
}

/** An agent has one address: only what can be said of that one is tried. */
function placeFor({ request }: SigningVector, agentUrl: string): Place | NotApplicable {
  const { host, pathname, search, port, hostname } = new URL(agentUrl)
  const [, authority = '', path = ''] = /^[a-z]+:\/\/([^/?#]*)([^?#]*)/i.exec(request.url) ?? []
  const query = /\?[^#]*/.exec(request.url)?.[0]
  const other = (what: string) => ({ notApplicable: `it is about ${what}, and the address of the agent has none` })
  if (!hasAsciiHost(request.url)) return other('a host name that is not in ASCII')
  if (authority.startsWith('[') && !hostname.startsWith('[')) return other('an IPv6 address')
  if (path.includes('%')) return other('escapes in the path')
  const writesPort = /:443$/.test(authority)
  if (writesPort && port !== '') return other('the default port')
  const dotted = path.includes('/./') ? pathname.replace(/\/([^/]*)$/, '/./$1') : pathname
  const withQuery = query === undefined ? search : search === '' ? query : `${search}&${query.slice(1)}`
  return { target: `${dotted}${withQuery}`, host: writesPort ? `${hostname}:443` : host }
}

/** A signed request may go to any task whose signatures the agent checks. */
function signedOperation(vector: SigningVector, { tools, claims, isMutating }: AimedAgent): Operation | NotApplicable {
  const { requiredFor, supportedFor, warnFor } = claims
  const wanted = [operationOf(vector), ...requiredFor, ...supportedFor, ...tools.filter(isMutating)]
  const operation = wanted.find((task) => tools.includes(task) && !warnFor.includes(task))
  if (operation === undefined) return { notApplicable: 'the agent offers no task whose signatures it checks' }
  return { operation, isMethod: false, withCredentials: true }
}

function unsignedOperation(vector: SigningVector, { tools, claims }: AimedAgent): Operation | NotApplicable {
  const body = parsed(vector.request.body)
  const method = readPath(body, 'method')
  if (typeof method === 'string')
    return claims.methodsRequiredFor.includes(method)
      ? { operation: method, isMethod: true, withCredentials: false }
      : { notApplicable: `the agent does not require that ${method} be signed` }
  if (readPath(body, 'push_notification_config.authentication') !== undefined) {
    const task = [operationOf(vector), ...claims.requiredFor, ...claims.supportedFor].find((one) => tools.includes(one))
    if (task !== undefined) return { operation: task, isMethod: false, withCredentials: true }
    return { notApplicable: 'the agent offers no task whose signatures it checks' }
  }
  const required = claims.requiredFor.find((task) => tools.includes(task))
  return required === undefined
    ? { notApplicable: 'the agent requires no task to be signed' }
    : { operation: required, isMethod: false, withCredentials: false }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
