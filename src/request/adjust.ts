import { parsePath, readPath, toPointer, writePath } from '../json/path.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { RequestChange } from '../model/run-report.ts'

/**
 * Applies the conditions of an earlier reply to the request that is checked again: each `required_value` is written at its `field`.
 * A condition without a value, or with a field that is no path, is left to the sample as written.
 */
export function applyConditions(
  request: JsonObject,
  reply: JsonObject | undefined,
): { value: JsonObject; changes: readonly RequestChange[] } {
  const changes: RequestChange[] = []
  const conditions = reply?.conditions
  let value = request
  for (const condition of Array.isArray(conditions) ? (conditions as readonly Json[]) : []) {
    const path =
      isJsonObject(condition) && condition.required_value !== undefined ? placeIn(value, condition.field) : undefined
    if (path === undefined) continue
    const to = (condition as JsonObject).required_value as Json
    const from = readPath(value, path)
    value = writePath(value, path, to) as JsonObject
    changes.push({
      pointer: toPointer(path),
      kind: 'injected',
      ...(from === undefined ? {} : { from }),
      to,
      why: 'a condition of the earlier check requires it',
    })
  }
  return { value, changes }
}

/** At 3.0 and 3.1 agents write the field either from the root of the arguments or from the payload within. */
function placeIn(request: JsonObject, field: Json | undefined): readonly (string | number)[] | undefined {
  const tokens = typeof field === 'string' ? readable(field) : undefined
  const [head] = tokens ?? []
  if (tokens === undefined || head === undefined) return undefined
  return Object.hasOwn(request, String(head)) || !isJsonObject(request.payload) ? tokens : ['payload', ...tokens]
}

function readable(field: string): readonly (string | number)[] | undefined {
  try {
    return parsePath(field.replace(/^\$\./, ''))
  } catch {
    return undefined
  }
}
