import { AuthoringDefect } from '../errors.ts'
import { equalJson } from '../json/equal.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import type { Json } from '../model/json.ts'

interface Counted {
  readonly path: string
  readonly allowed_values?: readonly number[]
}

export const crossResponseFieldEqual: Check<'cross_response_field_equal', { readonly path: string }> = {
  kind: 'cross_response_field_equal',
  summary: 'All replies to a request that was sent several times at once hold the same value at the path.',
  params: { type: 'object', required: ['path'], properties: { path: { type: 'string', minLength: 1 } } },
  evaluate({ path }, evidence) {
    const observed = valuesAt(path, evidence)
    if (observed.length < 2) return sentOnce
    const [first] = observed
    const same = observed.every((value) => value !== null && equalJson(value, first))
    if (same) return { status: 'passed' }
    const without = observed.filter((value) => value === null).length
    const problem = without > 0 ? `${without} of ${observed.length} replies hold no ${path}` : `${path} differs`
    return failed(problem, { path }, { observed_values: observed })
  },
}

export const crossResponseCountDistinct: Check<'cross_response_count_distinct', Counted> = {
  kind: 'cross_response_count_distinct',
  summary: 'The replies to a request that was sent several times at once hold so many different values at the path.',
  params: {
    type: 'object',
    required: ['path', 'allowed_values'],
    properties: {
      path: { type: 'string', minLength: 1 },
      allowed_values: { type: 'array', minItems: 1, items: { type: 'integer', minimum: 0 } },
    },
  },
  evaluate({ path, allowed_values: allowed = [] }, evidence) {
    if (allowed.length === 0) throw new AuthoringDefect('"allowed_values" gives no number of different values')
    const observed = valuesAt(path, evidence)
    if (observed.length < 2) return sentOnce
    const count = distinct(observed.filter((value) => value !== null)).length
    if (allowed.includes(count)) return { status: 'passed' }
    const actual = { observed_cardinality: count, observed_values: observed }
    return failed(`${path} has ${count} different values`, { path, allowed_values: allowed }, actual)
  },
}

const sentOnce: Outcome = { status: 'not_applicable', note: 'the step was sent once; there are no replies to compare' }

/** In the order in which they were sent; null where a reply holds none. */
function valuesAt(path: string, { siblings }: Evidence): readonly Json[] {
  return siblings.map(({ reply }) => (reply.kind === 'task' ? (readPath(reply.payload, path) ?? null) : null))
}

function distinct(values: readonly Json[]): readonly Json[] {
  return values.filter((value, i) => values.findIndex((other) => equalJson(other, value)) === i)
}

function failed(message: string, expected: Json, actual: Json): Outcome {
  return { status: 'failed', message, pointer: null, expected, actual }
}
