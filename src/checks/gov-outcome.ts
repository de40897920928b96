import type { Check } from '../model/check.ts'
import { type ExpectedValues, expectedOf, isExpected } from './expected-values.ts'
import { failedAt } from './failed.ts'

export const govOutcome: Check<'gov_outcome', ExpectedValues> = {
  kind: 'gov_outcome',
  summary: 'The state of a reported outcome (status at 3.0, outcome_state from 3.1) is the one given.',
  params: { type: 'object', required: ['value'], properties: { value: { enum: ['accepted', 'findings'] } } },
  evaluate(params, evidence) {
    const field = evidence.adcp.outcomeField
    const actual = evidence.payload?.[field]
    if (isExpected(params, actual)) return { status: 'passed' }
    const problem =
      actual === undefined
        ? `there is no state of the outcome in "${field}"`
        : `the state of the outcome is ${JSON.stringify(actual)}`
    return failedAt(field, evidence, problem, expectedOf(params), actual)
  },
}
