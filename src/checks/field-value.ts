import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { type ExpectedValues, expectedOf, expectedValuesSchema, isExpected } from './expected-values.ts'
import { failedAt } from './failed.ts'

export const fieldValue: Check<'field_value', ExpectedValues & { readonly path: string }> = {
  kind: 'field_value',
  summary: 'The field holds the value, or one of the allowed values; key order does not matter.',
  params: {
    type: 'object',
    required: ['path'],
    properties: { path: { type: 'string', minLength: 1 }, ...expectedValuesSchema },
  },
  evaluate(params, evidence) {
    const actual = readPath(evidence.payload, params.path)
    if (isExpected(params, actual)) return { status: 'passed' }
    const what = actual === undefined ? `${params.path} is missing` : `${params.path} is not what was expected`
    return failedAt(params.path, evidence, what, expectedOf(params), actual)
  },
}
