import { AgentUnavailable } from '../errors.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Identity } from '../run/identity.ts'
import { type McpOptions, unavailable } from '../transport/index.ts'
import { bad, type Finding, ok, warn } from './finding.ts'
import { capabilitiesTask, openLine } from './interview.ts'
import { examineStrangers } from './strangers.ts'

/** Those whom a run speaks as. */
export interface People {
  readonly main: Identity
  readonly others: ReadonlyMap<string, Identity>
}

/** What a line is opened with, for somebody. */
export function credentialsOf({ headers, source }: Identity): Pick<McpOptions, 'headers' | 'authorization'> {
  return { headers, ...(source && { authorization: source }) }
}

/** Who is let in, beside the one who has met the agent already. `options` hold no credentials. */
export async function examineLetIn(
  options: McpOptions & { readonly signal: AbortSignal },
  agent: AgentProfile,
  { main, others }: People,
): Promise<readonly Finding[]> {
  const known = await Promise.all([...others].map(([name, one]) => examinePrincipal(name, one, options, agent)))
  if (!hasCredentials(main)) return [open, ...known]
  const strangers = await examineStrangers(options, agent)
  return [ok('credentials', 'the agent lets us in with them'), ...(strangers ? [strangers] : []), ...known]
}

const open = warn(
  'credentials',
  'none were given, and the agent lets us in without any',
  'A sandbox may; an agent that money depends on asks for credentials.',
)

function hasCredentials({ headers, source }: Identity): boolean {
  return source !== undefined || Object.keys(headers).length > 0
}

async function examinePrincipal(
  name: string,
  one: Identity,
  options: McpOptions & { readonly signal: AbortSignal },
  { protocol, tools }: AgentProfile,
): Promise<Finding> {
  try {
    await one.source?.obtain(options.signal)
    const line = await openLine({ ...options, ...credentialsOf(one) }, protocol)
    try {
      const reply = line.refusal ?? (await knock(line, tools))
      if (reply) throw unavailable(options.url, reply, protocol)
      return ok('credentials', `${name} is let in`)
    } finally {
      await line.close()
    }
  } catch (error) {
    if (!(error instanceof AgentUnavailable)) throw error
    return bad('credentials', `${name} is not let in: ${error.why}`, `Look at what --principal ${name}=… holds.`)
  }
}

/** Some agents let anybody open a session, and ask for credentials at the first call. */
async function knock(line: Awaited<ReturnType<typeof openLine>>, tools: readonly string[]) {
  if (!tools.includes(capabilitiesTask)) return undefined
  const { reply } = await line.call({ task: capabilitiesTask, arguments: {} })
  return reply.kind === 'http_error' || reply.kind === 'unreachable' ? reply : undefined
}
