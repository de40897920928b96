import { readPath } from '../json/path.ts'
import { holdsJson } from '../json/subset.ts'
import type { Check } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import { type ExpectedValues, expectedOf, expectedValuesSchema } from './expected-values.ts'
import { failedAt } from './failed.ts'

/** Membership: one item of the list at the path (or the value itself, when it is no list) holds one of the expected values. */
export const fieldContains: Check<'field_contains', ExpectedValues & { readonly path: string }> = {
  kind: 'field_contains',
  summary: 'The list at the path contains the value or one of the allowed values; objects may have more keys.',
  params: {
    type: 'object',
    required: ['path'],
    properties: { path: { type: 'string', minLength: 1 }, ...expectedValuesSchema },
    anyOf: [{ required: ['value'] }, { required: ['allowed_values'] }],
  },
  evaluate(params, evidence) {
    const expected = expectedOf(params)
    const actual = readPath(evidence.payload, params.path)
    const items: readonly (Json | undefined)[] = Array.isArray(actual) ? actual : [actual]
    const wanted = params.allowed_values ?? [params.value as Json]
    if (items.some((item) => wanted.some((value) => holdsJson(item, value)))) return { status: 'passed' }
    const problem =
      actual === undefined ? `${params.path} is missing` : `${params.path} does not contain what was expected`
    return failedAt(params.path, evidence, problem, expected, actual)
  },
}
