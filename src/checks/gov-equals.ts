import { equalJson } from '../json/equal.ts'
import type { Check } from '../model/check.ts'
import { type Comparison, comparedValue, comparisonSchema } from './compared-value.ts'
import { failedAt, failedReply } from './failed.ts'

export const govEquals: Check<'gov_equals', Comparison> = {
  kind: 'gov_equals',
  summary: 'Two values, from the reply, captured or literal, are deeply equal; key order does not matter.',
  params: comparisonSchema,
  evaluate(comparison, evidence) {
    const actual = comparedValue(comparison, evidence)
    if (equalJson(actual, comparison.value)) return { status: 'passed' }
    if (comparison.path === undefined)
      return failedReply(evidence, 'the two values differ', comparison.value, actual ?? null)
    return failedAt(comparison.path, evidence, `${comparison.path} differs`, comparison.value, actual)
  },
}

export const govDiffers: Check<'gov_differs', Comparison> = {
  kind: 'gov_differs',
  summary: 'The value is there and differs from the other one.',
  params: comparisonSchema,
  evaluate(comparison, evidence) {
    const actual = comparedValue(comparison, evidence)
    const there = actual !== undefined && actual !== null
    if (there && !equalJson(actual, comparison.value)) return { status: 'passed' }
    const message = there ? 'the two values are the same' : 'there is no value to compare'
    if (comparison.path === undefined) return failedReply(evidence, message, { not: comparison.value }, actual ?? null)
    return failedAt(comparison.path, evidence, `${comparison.path}: ${message}`, { not: comparison.value }, actual)
  },
}
