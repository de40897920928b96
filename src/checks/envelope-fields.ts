import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { envelopeOf } from './envelope.ts'
import { type ExpectedValues, expectedOf, expectedValuesSchema, isExpected } from './expected-values.ts'
import { failedAt, failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

interface Params extends ExpectedValues {
  readonly path: string
}

const path: JsonObject = { type: 'string', minLength: 1 }

export const envelopeFieldAbsent: Check<'envelope_field_absent', { readonly path: string }> = {
  kind: 'envelope_field_absent',
  summary: 'The field of the protocol envelope is missing or null, in a reply that carries a payload.',
  params: { type: 'object', required: ['path'], properties: { path } },
  evaluate({ path: at }, evidence) {
    const envelope = envelopeOf(evidence)
    if (!envelope) return nothingShown(at, evidence)
    const actual = readPath(envelope, at) ?? null
    return actual === null ? { status: 'passed' } : failedAt(at, evidence, `${at} must not be there`, null, actual)
  },
}

export const envelopeFieldValue: Check<'envelope_field_value', Params> = {
  kind: 'envelope_field_value',
  summary: 'The field of the protocol envelope holds the value, or one of the allowed values.',
  params: valuesRequired(),
  evaluate(params, evidence) {
    const actual = readPath(envelopeOf(evidence), params.path)
    if (isExpected(params, actual)) return { status: 'passed' }
    const problem = actual === undefined ? 'is missing in the envelope' : 'is not what was expected'
    return failedAt(params.path, evidence, `${params.path} ${problem}`, expectedOf(params), actual)
  },
}

export const envelopeFieldValueOrAbsent: Check<'envelope_field_value_or_absent', Params> = {
  kind: 'envelope_field_value_or_absent',
  summary: 'The field of the protocol envelope is absent, or holds the value or one of the allowed values.',
  params: valuesRequired(),
  evaluate(params, evidence) {
    const expected = expectedOf(params)
    const envelope = envelopeOf(evidence)
    if (!envelope) return nothingShown(params.path, evidence, expected)
    const actual = readPath(envelope, params.path) ?? null
    if (actual === null || isExpected(params, actual)) return { status: 'passed' }
    return failedAt(params.path, evidence, `${params.path} holds a value that is not allowed`, expected, actual)
  },
}

function valuesRequired(): JsonObject {
  return {
    type: 'object',
    required: ['path'],
    properties: { path, ...expectedValuesSchema },
    anyOf: [{ required: ['value'] }, { required: ['allowed_values'] }],
  }
}

function nothingShown(
  at: string,
  evidence: Parameters<typeof failedReply>[0],
  expected: ExpectedValues['value'] = null,
) {
  const message = `nothing shows ${at} of the envelope: the agent answered ${replyInWords(evidence.reply)}`
  return failedReply(evidence, message, expected, null)
}
