import { parsePath, readPath, toPointer, writePath } from '../json/path.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { RequestChange } from '../model/run-report.ts'

/**
 * Applies the conditions of an earlier reply to the request that is checked again: each `required_value` is written at its `field`.
 * A condition without a value, or with a field that is no place in the request, is left to the sample as written.
 */
export function applyConditions(
  request: JsonObject,
  reply: JsonObject | undefined,
): { value: JsonObject; changes: readonly RequestChange[] } {
  const changes: RequestChange[] = []
  const conditions = reply?.conditions
  let value = request
  for (const condition of Array.isArray(conditions) ? (conditions as readonly Json[]) : []) {
    const place = isJsonObject(condition) ? placeIn(value, condition.field) : undefined
    if (place === undefined || !isJsonObject(condition) || condition.required_value === undefined) continue
    const to = condition.required_value
    const from = readPath(value, place)
    value = writePath(value, place, to) as JsonObject
    changes.push({
      pointer: toPointer(place),
      kind: 'injected',
      ...(from === undefined ? {} : { from }),
      to,
      why: 'a condition of the earlier check requires it',
    })
  }
  return { value, changes }
}

type Path = readonly (string | number)[]

/** At 3.0 and 3.1 agents write the field either from the root of the arguments or from the payload within. */
function placeIn(request: JsonObject, field: Json | undefined): Path | undefined {
  const path = typeof field === 'string' ? readable(field) : undefined
  const head = path?.[0]
  if (path === undefined || typeof head !== 'string') return undefined
  const place = Object.hasOwn(request, head) || !isJsonObject(request.payload) ? path : ['payload', ...path]
  return fits(request, place) ? place : undefined
}

function readable(field: string): Path | undefined {
  try {
    const path = parsePath(field.replace(/^\$\./, ''))
    return path.some((key) => typeof key === 'string' && unwritable.has(key)) ? undefined : path
  } catch {
    return undefined
  }
}

/** The agent chose these names. */
const unwritable = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether the path follows the shape of the request: the agent must not turn a list into an object, or make it endless. */
function fits(value: Json | undefined, [head, ...rest]: Path): boolean {
  if (head === undefined) return true
  if (typeof head === 'number') return Array.isArray(value) && head < value.length && fits(value[head], rest)
  return value === undefined ? fits(undefined, rest) : isJsonObject(value) && fits(readPath(value, [head]), rest)
}
