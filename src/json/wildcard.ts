import { NotEvaluable } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { parsePath, readPath } from './path.ts'

/** storyboard-schema, path wildcards: the fan-out that a reply may cause. */
const mostValues = 10_000

/**
 * All values at a path in which `[*]` stands for every item of a list: `products[*].format_ids[*]`.
 * A list that ends the path without `[*]` is one value.
 * @throws AuthoringDefect when it is no path; NotEvaluable when it leads to more than 10,000 values
 */
export function readAll(value: Json | undefined, path: string): readonly Json[] {
  parsePath(path.replaceAll('[*]', '[0]'))
  const [head = '', ...parts] = path.split('[*]')
  return parts.reduce(
    (found, part) => bounded(found.flatMap(itemsOf).flatMap((item) => at(item, part))),
    at(value, head),
  )
}

function at(value: Json | undefined, path: string): readonly Json[] {
  const found = readPath(value, path.startsWith('.') ? path.slice(1) : path)
  return found === undefined ? [] : [found]
}

function itemsOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

function bounded(values: readonly Json[]): readonly Json[] {
  if (values.length <= mostValues) return values
  throw new NotEvaluable('unsupported', `the path leads to ${values.length} values; 10,000 are read at most`)
}
