import { AuthoringDefect } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { failedAt } from './failed.ts'

interface Params {
  readonly path: string
  readonly value?: number
  readonly min?: number
  readonly max?: number
}

const count: JsonObject = { type: 'integer', minimum: 0 }

export const arrayLength: Check<'array_length', Params> = {
  kind: 'array_length',
  summary: 'The field is a list of exactly `value` items, or of `min` to `max`.',
  params: {
    type: 'object',
    required: ['path'],
    properties: { path: { type: 'string', minLength: 1 }, value: count, min: count, max: count },
    anyOf: [{ required: ['value'] }, { required: ['min'] }, { required: ['max'] }],
  },
  evaluate(params, evidence) {
    const { path } = params
    const { min, max } = bounds(params)
    const actual = readPath(evidence.payload, path)
    if (Array.isArray(actual) && actual.length >= min && actual.length <= max) return { status: 'passed' }
    const problem = Array.isArray(actual)
      ? `has ${actual.length} items`
      : actual === undefined
        ? 'is missing'
        : 'is no list'
    const expected = { ...(min > 0 && { min }), ...(max < Infinity && { max }) }
    return failedAt(path, evidence, `${path} ${problem}`, expected, Array.isArray(actual) ? actual.length : actual)
  },
}

function bounds({ value, min, max }: Params): { readonly min: number; readonly max: number } {
  if (value === undefined && min === undefined && max === undefined)
    throw new AuthoringDefect('give "value", "min" or "max": without them a list of any length would do')
  return { min: value ?? min ?? 0, max: value ?? max ?? Infinity }
}
