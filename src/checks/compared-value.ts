import { AuthoringDefect } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { Evidence } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'

export interface Comparison {
  /** Where in the reply; or give `actual`. */
  readonly path?: string
  /** A captured or literal value. */
  readonly actual?: Json
  readonly value: Json
}

export const comparisonSchema: JsonObject = {
  type: 'object',
  required: ['value'],
  properties: { path: { type: 'string', minLength: 1 }, actual: {}, value: {} },
  anyOf: [{ required: ['path'] }, { required: ['actual'] }],
}

/** The left side of a comparison. @throws AuthoringDefect when the author left out either side. */
export function comparedValue(comparison: Comparison, evidence: Evidence): Json | undefined {
  if (comparison.value === undefined) throw new AuthoringDefect('the validation gives no "value" to compare with')
  if (comparison.path !== undefined) return readPath(evidence.payload, comparison.path)
  if (comparison.actual !== undefined) return comparison.actual
  throw new AuthoringDefect('give "path" (in the reply) or "actual" (a captured value) to compare with "value"')
}
