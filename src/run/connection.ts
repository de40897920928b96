import { fetchPublishedKeys } from '../keys/fetch-published-keys.ts'
import type { KeyQuestion } from '../keys/places.ts'
import { toolVersion } from '../load/tool-version.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Transport } from '../model/exchange.ts'
import type { PublishedKeys } from '../model/published-keys.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import { authHeaders, type Credentials, openMcp, probe } from '../transport/index.ts'
import type { RunOptions } from './options.ts'

/** How a run reaches its agent. */
export interface Connection {
  readonly url: string
  /** Named principals that have credentials of their own. */
  readonly principals: ReadonlySet<string>
  /** What must not appear in a report. */
  readonly secrets: readonly string[]
  /** First contact. @throws AgentUnavailable */
  probe(schemas: SchemaSet, signal: AbortSignal): Promise<AgentProfile>
  /** A session as a principal; one without credentials of its own uses those of the run. */
  open(principal: string, signal: AbortSignal): Promise<Transport>
  /** What the agent publishes beside its tasks: keys, revocations, brand. Never rejects. */
  keys(question: Omit<KeyQuestion, 'agentUrl'>, signal: AbortSignal): Promise<PublishedKeys>
}

/** MCP over streamable HTTP. */
export function mcpConnection(options: Pick<RunOptions, 'url' | 'credentials' | 'limits' | 'clock'>): Connection {
  const { url, credentials, limits, clock } = options
  const principals = credentials.principals ?? {}
  const common = {
    url,
    limits: { callTimeoutMs: Math.min(limits.callTimeoutMs, limits.stepTimeoutMs), maxBodyBytes: limits.maxBodyBytes },
    clock,
    clientInfo: { name: 'adcp-gov-comply', version: toolVersion() },
  }
  return {
    url,
    principals: new Set(Object.keys(principals)),
    secrets: [...new URL(url).searchParams.values(), ...[credentials, ...Object.values(principals)].flatMap(secretsOf)],
    probe: (schemas, signal) => probe({ ...common, signal, headers: authHeaders(credentials) }, schemas),
    open: (principal, signal) =>
      openMcp({ ...common, signal, headers: authHeaders(principals[principal] ?? credentials) }),
    keys: (question, signal) => fetchPublishedKeys({ ...question, agentUrl: url }, clock, signal),
  }
}

/** A token may come back without its scheme. */
function secretsOf({ token, headers }: Credentials): readonly string[] {
  return [...(token === undefined ? [] : [token, ...token.split(' ')]), ...Object.values(headers ?? {})]
}
