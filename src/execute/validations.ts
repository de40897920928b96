import type { ReadyValidation } from '../judge/judge-step.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { RequestChange } from '../model/run-report.ts'
import type { Validation } from '../model/storyboard.ts'
import type { Scope } from '../request/scope.ts'
import { substitute } from '../request/substitute.ts'

/** Resolves the placeholders in a validation's parameters, and moves the dates that moved in the request. */
export function readyValidation(
  authored: Validation,
  scope: Scope,
  changes: readonly RequestChange[],
): ReadyValidation {
  const { check, description, severity, requirements, ...params } = authored
  const { value, unresolved } = substitute(params as JsonObject, scope)
  const shifted = new Map(changes.filter(({ kind }) => kind === 'shifted').map(({ from, to }) => [from, to]))
  const ready = { authored, params: moved(value, shifted) as Readonly<Record<string, Json>> }
  const [missing] = unresolved
  return missing ? { ...ready, unresolved: `${missing.token} has no value: ${missing.why}` } : ready
}

function moved(node: Json, shifted: ReadonlyMap<Json | undefined, Json>): Json {
  if (shifted.size === 0) return node
  if (Array.isArray(node)) return (node as readonly Json[]).map((item) => moved(item, shifted))
  if (typeof node === 'object' && node !== null)
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, moved(item, shifted)]))
  return shifted.get(node) ?? node
}
