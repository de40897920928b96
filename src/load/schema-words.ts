import type { SchemaError } from '../model/schema-set.ts'
import type { RawSchemaError } from './validator.ts'

/** Where a person can read the official schemas. */
export const schemaSite = 'https://adcontextprotocol.org'

/** Where the official bundle of a release, such as 3.1.19, is published. */
export function officialBundle(release: string): string {
  return `${schemaSite}/protocol/${release}.tgz`
}

/** Ajv's errors in our terms. */
export function inWords(errors: readonly RawSchemaError[]): readonly SchemaError[] {
  return errors.map((error) => ({
    instancePath: error.instancePath,
    schemaPath: error.schemaPath,
    keyword: error.keyword,
    message: messageOf(error),
    ...memberOf(error),
  }))
}

function memberOf({ params }: RawSchemaError): Pick<SchemaError, 'property'> {
  const property = params.missingProperty ?? params.additionalProperty
  return typeof property === 'string' ? { property } : {}
}

/** Ajv's message, with the name or the values that it leaves out. */
function messageOf({ keyword, params, message = keyword }: RawSchemaError): string {
  if (keyword === 'additionalProperties') return `${message}: "${params.additionalProperty}"`
  if (keyword === 'enum') return `${message}: ${(params.allowedValues as readonly unknown[]).join(', ')}`
  if (keyword === 'const') return `${message}: ${JSON.stringify(params.allowedValue)}`
  return message
}
