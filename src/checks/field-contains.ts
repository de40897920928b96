import { readPath, toPointer } from '../json/path.ts'
import { holdsJson } from '../json/subset.ts'
import { readAll } from '../json/wildcard.ts'
import type { Check, Evidence } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import { type ExpectedValues, expectedOf, expectedValuesSchema } from './expected-values.ts'
import { failedReply, instead } from './failed.ts'

/**
 * Membership: one of the values at the path holds one of the expected ones. With `[*]` in the path these are all that it
 * leads to; a list at the end of the path stands for its items.
 */
export const fieldContains: Check<'field_contains', ExpectedValues & { readonly path: string }> = {
  kind: 'field_contains',
  summary:
    'One of the values at the path, which may hold [*], is the value or an allowed one; objects may have more keys.',
  params: {
    type: 'object',
    required: ['path'],
    properties: { path: { type: 'string', minLength: 1 }, ...expectedValuesSchema },
    anyOf: [{ required: ['value'] }, { required: ['allowed_values'] }],
  },
  evaluate(params, evidence) {
    const { path } = params
    const expected = expectedOf(params)
    const found = readAll(evidence.payload, path)
    const wanted = params.allowed_values ?? [params.value as Json]
    if (found.some((one) => holdsOneOf(one, wanted))) return { status: 'passed' }
    const problem = found.length === 0 ? `${path} is missing` : `${path} does not contain what was expected`
    const failed = failedReply(evidence, problem + instead(evidence), expected, actualOf(path, found, evidence))
    return evidence.payload ? { ...failed, pointer: toPointer(upToWildcard(path)) } : failed
  },
}

function holdsOneOf(value: Json, wanted: readonly Json[]): boolean {
  const items: readonly Json[] = Array.isArray(value) ? [value, ...value] : [value]
  return items.some((item) => wanted.some((one) => holdsJson(item, one)))
}

/** runner-output-contract: the values that the wildcards led to; else the value itself. */
function actualOf(path: string, found: readonly Json[], { payload }: Evidence): Json {
  return path.includes('[*]') ? found : (readPath(payload, path) ?? null)
}

function upToWildcard(path: string): string {
  return path.split('[*]')[0] ?? ''
}
