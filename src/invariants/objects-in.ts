import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { Observed } from './invariant.ts'

/** The objects of a list in a payload; none when it is no list. */
export function objectsIn(list: Json | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? (list as readonly Json[]).filter(isJsonObject) : []
}

/** A text that says something; undefined for anything else. */
export function textIn(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The payload of a reply that carries a result; undefined for errors and for tasks that are not final. */
export function resultOf({ exchange: { reply } }: Observed): JsonObject | undefined {
  return reply.kind === 'task' && !reply.error && !reply.interim ? reply.payload : undefined
}
