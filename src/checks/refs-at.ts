import { NotEvaluable } from '../errors.ts'
import { parsePath, readPath } from '../json/path.ts'
import { readAll } from '../json/wildcard.ts'
import type { Evidence } from '../model/check.ts'
import { isJsonObject, type Json } from '../model/json.ts'

export interface RefsFrom {
  readonly from: 'current_step' | 'context'
  /** `[*]` stands for every item of a list. */
  readonly path: string
}

/** @throws NotEvaluable when a captured value is named that no step captured */
export function refsAt({ from, path }: RefsFrom, evidence: Evidence): readonly Json[] {
  return readAll(from === 'current_step' ? evidence.payload : captured(path, evidence), path)
}

/** Whether the reply that holds the target says that there is more of it than was read. */
export function hasMorePages({ from }: RefsFrom, { payload }: Evidence): boolean {
  const pagination = from === 'current_step' ? payload?.pagination : undefined
  return isJsonObject(pagination) && pagination.has_more === true
}

function captured(path: string, evidence: Evidence): Json {
  const name = String(parsePath(path.replaceAll('[*]', '[0]'))[0] ?? '')
  const value = evidence.context.get(name) ?? lastReplied(name, evidence)
  if (value === undefined) throw new NotEvaluable('unresolved_substitution', `no step captured "${name}"`)
  return { [name]: value }
}

/**
 * The 3.0 baseline for sellers names `products` of the context, and no step captures it: the field of that name in the
 * latest result that has one stands for it.
 */
function lastReplied(name: string, { history = [] }: Evidence): Json | undefined {
  const values = history.map(({ reply }) =>
    reply.kind === 'task' && !reply.error ? readPath(reply.payload, [name]) : undefined,
  )
  return values.findLast((value) => value !== undefined)
}
