import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import { failedAt } from './failed.ts'
import { isText } from './text.ts'

export const govConditions: Check<'gov_conditions', { readonly min?: number }> = {
  kind: 'gov_conditions',
  summary: 'There are at least `min` conditions, each naming a field and a reason.',
  params: { type: 'object', properties: { min: { type: 'integer', minimum: 1 } } },
  evaluate({ min = 1 }, evidence) {
    const found = readPath(evidence.payload, 'conditions')
    if (!Array.isArray(found) || found.length < min) {
      const count = Array.isArray(found) ? found.length : 0
      return failedAt(
        'conditions',
        evidence,
        `${count} conditions, ${min} or more are due`,
        `${min} or more conditions`,
        found,
      )
    }
    const blank = found.findIndex((condition) => !namesFieldAndReason(condition))
    if (blank < 0) return { status: 'passed' }
    return failedAt(
      `conditions[${blank}]`,
      evidence,
      'the condition lacks a field or a reason',
      'field and reason that are not blank',
      found[blank],
    )
  },
}

function namesFieldAndReason(condition: Json): boolean {
  return isJsonObject(condition) && isText(condition.field) && isText(condition.reason)
}
