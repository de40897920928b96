import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { type ExpectedValues, expectedOf, expectedValuesSchema, isExpected } from './expected-values.ts'
import { failedAt, failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

/** null counts as absent: an optional field that is sent empty says the same as one that is left out. */
export const fieldValueOrAbsent: Check<'field_value_or_absent', ExpectedValues & { readonly path: string }> = {
  kind: 'field_value_or_absent',
  summary: 'The field is absent, or holds the value or one of the allowed values.',
  params: {
    type: 'object',
    required: ['path'],
    properties: { path: { type: 'string', minLength: 1 }, ...expectedValuesSchema },
    anyOf: [{ required: ['value'] }, { required: ['allowed_values'] }],
  },
  evaluate(params, evidence) {
    const expected = expectedOf(params)
    if (!evidence.payload) {
      return failedReply(
        evidence,
        `nothing shows ${params.path}: the agent answered ${replyInWords(evidence.reply)}`,
        expected,
        null,
      )
    }
    const actual = readPath(evidence.payload, params.path)
    if (actual === undefined || actual === null || isExpected(params, actual)) return { status: 'passed' }
    return failedAt(params.path, evidence, `${params.path} is there with a value that is not allowed`, expected, actual)
  },
}
