import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { Variant } from './variant.ts'

export const reversedKeys = {
  id: 'reversed-keys',
  title: 'Writes the keys of every object in the opposite order, those of the echoed context too.',
  vary: (parts) => ({ ...parts, echo: (payload, args) => reversed(parts.echo(payload, args)) }),
} as const satisfies Variant

function reversed(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, within(member)]),
  )
}

function within(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(within)
  return isJsonObject(value) ? reversed(value) : value
}
