import type { Check } from '../model/check.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { type ExpectedValues, expectedOf, expectedValuesSchema, isExpected } from './expected-values.ts'

interface Params extends ExpectedValues {
  /** Name of the header parameter, such as alg. */
  readonly name: string
}

export const govTokenHeader: Check<'gov_token_header', Params> = {
  kind: 'gov_token_header',
  summary: 'This parameter in the header of the token has the value or one of the allowed values.',
  params: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string', minLength: 1 }, ...expectedValuesSchema },
    anyOf: [{ required: ['value'] }, { required: ['allowed_values'] }],
  },
  evaluate(params, evidence) {
    const expected = expectedOf(params)
    return withToken(evidence, ({ header }) => {
      const actual = Object.hasOwn(header, params.name) ? header[params.name] : undefined
      if (isExpected(params, actual)) return { status: 'passed' }
      return tokenFailure(evidence, `${params.name} in the header of the token is wrong`, expected, actual)
    })
  },
}
