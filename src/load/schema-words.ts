import type { SchemaError } from '../model/schema-set.ts'
import type { RawSchemaError } from './validator.ts'

/** Where a person can read the official schemas. */
export const schemaSite = 'https://adcontextprotocol.org'

/** Ajv's errors in our terms. */
export function inWords(errors: readonly RawSchemaError[]): readonly SchemaError[] {
  return errors.map((error) => ({
    instancePath: error.instancePath,
    schemaPath: error.schemaPath,
    keyword: error.keyword,
    message: messageOf(error),
  }))
}

/** Ajv's message, with the name or the values that it leaves out. */
function messageOf({ keyword, params, message = keyword }: RawSchemaError): string {
  if (keyword === 'additionalProperties') return `${message}: "${params.additionalProperty}"`
  if (keyword === 'enum') return `${message}: ${(params.allowedValues as readonly unknown[]).join(', ')}`
  if (keyword === 'const') return `${message}: ${JSON.stringify(params.allowedValue)}`
  return message
}
