import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { AgentParts } from '../governance-agent/parts.ts'

/** The same agent, saying all it says, results and errors, in another form. The caller's context comes back as it was. */
export function eachReply(parts: AgentParts, change: (payload: JsonObject) => JsonObject): AgentParts {
  return { ...parts, echo: (payload, args) => parts.echo(change(payload), args) }
}

/** A value with each member replaced, at any depth, the innermost first. */
export function eachMember(value: JsonObject, change: (key: string, value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(key, within(member, change))]))
}

function within(value: Json, change: (key: string, value: Json) => Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => within(item, change))
  return isJsonObject(value) ? eachMember(value, change) : value
}
