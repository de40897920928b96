import { toolVersion } from '../load/tool-version.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Transport } from '../model/exchange.ts'
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
    secrets: [credentials, ...Object.values(principals)].flatMap(secretsOf),
    probe: (schemas, signal) => probe({ ...common, signal, headers: authHeaders(credentials) }, schemas),
    open: (principal, signal) =>
      openMcp({ ...common, signal, headers: authHeaders(principals[principal] ?? credentials) }),
  }
}

/** A token may come back without its scheme. */
function secretsOf({ token, headers }: Credentials): readonly string[] {
  return [...(token === undefined ? [] : [token, ...token.split(' ')]), ...Object.values(headers ?? {})]
}
