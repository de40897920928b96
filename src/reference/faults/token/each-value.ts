import { isJsonObject, type Json, type JsonObject } from '../../../model/json.ts'

/** The same plan with every value in it changed, from the inside out; undefined leaves a member of an object out. */
export function eachValue(plan: JsonObject, change: (value: Json, key: string) => Json | undefined): JsonObject {
  return membersOf(plan, change)
}

function changed(value: Json, change: (value: Json, key: string) => Json | undefined): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => change(changed(item, change), '') ?? null)
  return isJsonObject(value) ? membersOf(value, change) : value
}

function membersOf(object: JsonObject, change: (value: Json, key: string) => Json | undefined): JsonObject {
  const members = Object.entries(object).map(([key, value]) => [key, change(changed(value, change), key)] as const)
  return Object.fromEntries(members.filter((member): member is [string, Json] => member[1] !== undefined))
}
