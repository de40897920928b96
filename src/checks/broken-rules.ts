import type { FailedOutcome } from '../model/check.ts'
import type { SchemaError } from '../model/schema-set.ts'

/** More than a person reads; the message counts the rest. */
const mostErrors = 100

/** What a failure says of the rules of a schema that a reply breaks: one or more, the first one in words. */
export function brokenRules(
  errors: readonly [SchemaError, ...SchemaError[]],
): Pick<FailedOutcome, 'message' | 'pointer' | 'actual' | 'schemaErrors'> {
  const [first] = errors
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  const told = errors.slice(0, mostErrors)
  return {
    message: `${first.instancePath || 'the reply'} ${first.message}${more}`,
    pointer: first.instancePath,
    actual: told.map((error) => ({
      instance_path: error.instancePath,
      schema_path: error.schemaPath,
      keyword: error.keyword,
      message: error.message,
    })),
    schemaErrors: told,
  }
}
