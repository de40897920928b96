import type { AgentProfile } from '../model/agent-profile.ts'
import type { JsonObject } from '../model/json.ts'
import type { RunReport } from '../model/run-report.ts'
import { cutJson, cutText, members, replyLimit } from './machine-size.ts'

/** The agent in its own words, of which it may have many: names are cut, long lists are, and `left_out` counts what is missing. */
export function agentRecord(agent: AgentProfile | undefined, target: RunReport['target']): JsonObject {
  const lists = {
    tools: agent?.tools,
    supported_protocols: agent?.supportedProtocols,
    specialisms: agent?.specialisms,
    experimental_features: agent?.experimentalFeatures,
  }
  return members({
    url: target.url,
    protocol: target.protocol,
    protocol_because: agent?.protocolBecause,
    server: agent?.server && members({ name: named(agent.server.name), version: named(agent.server.version) }),
    ...mapped(lists, (list) => list.slice(0, longestList).map((name) => cutText(name, longestName))),
    left_out: leftOut(lists),
    capabilities: agent?.capabilities && cutJson(agent.capabilities, replyLimit),
  })
}

/** No agent of this protocol has as many tools. */
const longestList = 200
const longestName = 200

type Lists = Readonly<Record<string, readonly string[] | undefined>>

function mapped<T>(lists: Lists, change: (list: readonly string[]) => T): Readonly<Record<string, T>> {
  const given = Object.entries(lists).flatMap(([name, list]) => (list ? [[name, change(list)] as const] : []))
  return Object.fromEntries(given)
}

function leftOut(lists: Lists): JsonObject | undefined {
  const counts = Object.entries(mapped(lists, (list) => list.length - longestList)).filter(([, count]) => count > 0)
  return counts.length === 0 ? undefined : Object.fromEntries(counts)
}

function named(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cutText(text, longestName)
}
