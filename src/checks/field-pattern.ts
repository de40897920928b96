import { readPath } from '../json/path.ts'
import { patternFound } from '../json/pattern.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { envelopeOf } from './envelope.ts'
import { failedAt } from './failed.ts'

interface Params {
  readonly path: string
  readonly pattern: string
}

const params: JsonObject = {
  type: 'object',
  required: ['path', 'pattern'],
  properties: { path: { type: 'string', minLength: 1 }, pattern: { type: 'string', minLength: 1 } },
}

export const fieldPattern: Check<'field_pattern', Params> = {
  kind: 'field_pattern',
  summary: 'The field is a string in which the regular expression is found.',
  params,
  evaluate: (given, evidence) => outcomeOf(given, readPath(evidence.payload, given.path), evidence),
}

export const envelopeFieldPattern: Check<'envelope_field_pattern', Params> = {
  kind: 'envelope_field_pattern',
  summary: 'The field of the protocol envelope is a string in which the regular expression is found.',
  params,
  evaluate: (given, evidence) => outcomeOf(given, readPath(envelopeOf(evidence), given.path), evidence),
}

function outcomeOf({ path, pattern }: Params, actual: Json | undefined, evidence: Evidence): Outcome {
  // Compiled before anything else: a pattern that is none is the author's fault, whatever the agent answered.
  const found = patternFound(pattern, typeof actual === 'string' ? actual : '')
  if (typeof actual === 'string' && found) return { status: 'passed' }
  return failedAt(path, evidence, `${path} ${problemOf(actual)}`, { pattern }, actual)
}

function problemOf(actual: Json | undefined): string {
  if (actual === undefined) return 'is missing'
  return typeof actual === 'string' ? 'does not match the pattern' : 'is no string'
}
