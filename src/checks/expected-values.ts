import { AuthoringDefect } from '../errors.ts'
import { equalJson } from '../json/equal.ts'
import type { Json, JsonObject } from '../model/json.ts'

export interface ExpectedValues {
  readonly value?: Json
  readonly allowed_values?: readonly Json[]
}

/** The JSON Schema of `value` and `allowed_values`, shared by the checks that take them. */
export const expectedValuesSchema: JsonObject = { value: {}, allowed_values: { type: 'array', minItems: 1 } }

/** Whether the value is one of those the author allows. @throws AuthoringDefect when the author gave none. */
export function isExpected(params: ExpectedValues, actual: Json | undefined): boolean {
  return allowed(params).some((value) => equalJson(value, actual))
}

/** What to print as expected: the single value, or the list. */
export function expectedOf(params: ExpectedValues): Json {
  const values = allowed(params)
  return values.length === 1 ? (values[0] as Json) : values
}

function allowed(params: ExpectedValues): readonly Json[] {
  if (params.allowed_values && params.allowed_values.length > 0) return params.allowed_values
  if (params.value !== undefined) return [params.value]
  throw new AuthoringDefect('the validation gives neither "value" nor "allowed_values", so nothing can be compared')
}
