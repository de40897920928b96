import { AuthoringDefect } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { failedAt } from './failed.ts'

interface Params {
  readonly path: string
  readonly value: number
}

const params: JsonObject = {
  type: 'object',
  required: ['path', 'value'],
  properties: { path: { type: 'string', minLength: 1 }, value: {} },
}

export const fieldGreaterThan: Check<'field_greater_than', Params> = {
  kind: 'field_greater_than',
  summary: 'The field is a number greater than the value.',
  params,
  evaluate: (given, evidence) => compare(given, evidence, 'greater than', (a, b) => a > b),
}

export const fieldLessThan: Check<'field_less_than', Params> = {
  kind: 'field_less_than',
  summary: 'The field is a number less than the value.',
  params,
  evaluate: (given, evidence) => compare(given, evidence, 'less than', (a, b) => a < b),
}

function compare(given: Params, evidence: Evidence, words: string, holds: (a: number, b: number) => boolean): Outcome {
  if (typeof given.value !== 'number')
    throw new AuthoringDefect(`"value" is ${JSON.stringify(given.value)}: nothing but a number is greater or less`)
  const actual = readPath(evidence.payload, given.path)
  if (typeof actual === 'number' && holds(actual, given.value)) return { status: 'passed' }
  return failedAt(given.path, evidence, `${given.path} must be a number ${words} ${given.value}`, given.value, actual)
}
