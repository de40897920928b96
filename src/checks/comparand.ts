import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Evidence } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'

/** What a field is compared with: a value that an earlier step captured, or a literal one. */
export interface Comparand {
  readonly context_key?: string
  readonly value?: Json
}

export const contextKeySchema: JsonObject = { type: 'string', minLength: 1 }

/**
 * The captured value, else the literal one.
 * @throws NotEvaluable when nothing was captured under that name; AuthoringDefect when the author gave neither
 */
export function comparandOf({ context_key, value }: Comparand, evidence: Evidence): Json {
  if (context_key !== undefined) return capturedValue(context_key, evidence)
  if (value !== undefined) return value
  throw new AuthoringDefect('the validation gives neither "context_key" nor "value", so nothing can be compared')
}

/** @throws NotEvaluable when nothing was captured under that name: a comparison that did not take place never passes */
export function capturedValue(name: string, { context }: Evidence): Json {
  const value = context.get(name)
  if (value === undefined) throw new NotEvaluable('unresolved_substitution', `no step captured "${name}"`)
  return value
}

/** @throws NotEvaluable when nothing was captured; AuthoringDefect when it is no list */
export function capturedList(name: string, evidence: Evidence): readonly Json[] {
  const value = capturedValue(name, evidence)
  if (!Array.isArray(value)) throw new AuthoringDefect(`what was captured as "${name}" is no list`)
  return value
}
