import { AuthoringDefect } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { type Comparand, comparandOf, contextKeySchema } from './comparand.ts'
import { failedAt } from './failed.ts'

interface Params extends Comparand {
  readonly path: string
}

const params: JsonObject = {
  type: 'object',
  required: ['path'],
  properties: { path: { type: 'string', minLength: 1 }, value: {}, context_key: contextKeySchema },
  anyOf: [{ required: ['value'] }, { required: ['context_key'] }],
}

export const fieldGreaterThan: Check<'field_greater_than', Params> = {
  kind: 'field_greater_than',
  summary: 'The field is a number greater than the value, or than the captured one.',
  params,
  evaluate: (given, evidence) => compare(given, evidence, 'greater than', (a, b) => a > b),
}

export const fieldLessThan: Check<'field_less_than', Params> = {
  kind: 'field_less_than',
  summary: 'The field is a number less than the value, or than the captured one.',
  params,
  evaluate: (given, evidence) => compare(given, evidence, 'less than', (a, b) => a < b),
}

export const fieldAtLeast: Check<'field_at_least', Params> = {
  kind: 'field_at_least',
  summary: 'The field is a number not less than the value, or than the captured one.',
  params,
  evaluate: (given, evidence) => compare(given, evidence, 'of at least', (a, b) => a >= b),
}

export const fieldAtMost: Check<'field_at_most', Params> = {
  kind: 'field_at_most',
  summary: 'The field is a number not greater than the value, or than the captured one.',
  params,
  evaluate: (given, evidence) => compare(given, evidence, 'of at most', (a, b) => a <= b),
}

function compare(given: Params, evidence: Evidence, words: string, holds: (a: number, b: number) => boolean): Outcome {
  const bound = comparandOf(given, evidence)
  if (!isFiniteNumber(bound))
    throw new AuthoringDefect(`${JSON.stringify(bound)} is no finite number, and nothing else is greater or less`)
  const actual = readPath(evidence.payload, given.path)
  if (isFiniteNumber(actual) && holds(actual, bound)) return { status: 'passed' }
  return failedAt(given.path, evidence, `${given.path} must be a number ${words} ${bound}`, bound, actual)
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
