import type { Call, Exchange, Reply, Transport } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { type GovernanceAgent, governanceTasks } from '../reference/governance-agent/agent.ts'
import { principals } from '../reference/staffed.ts'
import type { Connection } from '../run/connection.ts'
import { extractTaskReply, profileFrom } from '../transport/index.ts'
import { publishedBy } from './published-by.ts'

const url = 'http://in-process.invalid/mcp'

/**
 * Reaches a reference agent without a network: the same words in the same JSON, no sockets. Everyone that a storyboard can speak as
 * has an identity of its own.
 */
export function inProcess(agent: GovernanceAgent, clock: { now(): number }): Connection {
  return {
    url,
    principals: new Set(principals),
    secrets: [],
    async probe(schemas) {
      const line = open(agent, 'buyer', clock)
      return profileFrom({ url, server: {}, tools: governanceTasks, call: (call) => line.call(call) }, schemas)
    },
    open: async ({ principal }) => open(agent, principal === 'default' ? 'buyer' : principal, clock),
    keys: () => publishedBy(agent, clock),
  }
}

function open(agent: GovernanceAgent, principal: string, clock: { now(): number }): Transport {
  return {
    async call(call: Call): Promise<Exchange> {
      const started = clock.now()
      const reply = await ask(agent, call, principal)
      return {
        request: { transport: 'mcp', operation: call.task, url, payload: call.arguments },
        reply,
        startedAt: new Date(started).toISOString(),
        durationMs: clock.now() - started,
        http: [],
      }
    },
    close: async () => {},
  }
}

/** An agent that breaks answers what our server answers then. */
async function ask(agent: GovernanceAgent, call: Call, principal: string): Promise<Reply> {
  try {
    const { payload, isError } = await agent.handle(call.task, asRead(call.arguments), principal)
    return extractTaskReply(asRead({ isError, structuredContent: payload, content: [] }))
  } catch (error) {
    return { kind: 'http_error', status: 500, headers: {}, body: String(error) }
  }
}

/** What the other side would read after the text has crossed the wire. */
function asRead<T extends Json | JsonObject>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
