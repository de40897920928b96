import { equalJson } from '../json/equal.ts'
import { readPath } from '../json/path.ts'
import { readAll } from '../json/wildcard.ts'
import type { Check } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { capturedList, contextKeySchema } from './comparand.ts'
import { failedAt, failedReply, instead } from './failed.ts'

interface Params {
  readonly path: string
  readonly context_key: string
}

const params: JsonObject = {
  type: 'object',
  required: ['path', 'context_key'],
  properties: { path: { type: 'string', minLength: 1 }, context_key: contextKeySchema },
}

export const fieldInContextArray: Check<'field_in_context_array', Params> = {
  kind: 'field_in_context_array',
  summary: 'The field is one of the values in a list that an earlier step captured.',
  params,
  evaluate({ path, context_key }, evidence) {
    const allowed = capturedList(context_key, evidence)
    const actual = readPath(evidence.payload, path)
    if (allowed.some((one) => equalJson(one, actual))) return { status: 'passed' }
    const problem =
      actual === undefined ? `${path} is missing` : `${path} is not in the list captured as ${context_key}`
    return failedAt(path, evidence, problem, allowed, actual)
  },
}

export const allFieldsInContextArray: Check<'all_fields_in_context_array', Params> = {
  kind: 'all_fields_in_context_array',
  summary: 'Every value at the path, which may hold [*], is in a list that an earlier step captured.',
  params,
  evaluate({ path, context_key }, evidence) {
    const allowed = capturedList(context_key, evidence)
    if (!evidence.payload)
      return failedReply(evidence, `there is no ${path} to look at${instead(evidence)}`, allowed, null)
    const actual = readAll(evidence.payload, path)
    if (actual.length === 0) return { status: 'not_applicable', note: `the reply holds no value at ${path}` }
    const strange = actual.filter((value) => !allowed.some((one) => equalJson(one, value)))
    if (strange.length === 0) return { status: 'passed' }
    const problem = `${strange.length} of ${actual.length} values at ${path} are not in the list captured as ${context_key}`
    return failedReply(evidence, problem, allowed, actual)
  },
}
