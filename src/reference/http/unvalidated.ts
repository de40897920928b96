import type { JsonSchemaValidatorResult, jsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js'

/** Our agents look at what they are sent themselves; without this the SDK sets up a validator of its own for each session. */
export const unvalidated: jsonSchemaValidator = { getValidator: () => acceptAnything }

function acceptAnything<T>(data: unknown): JsonSchemaValidatorResult<T> {
  return { valid: true, data: data as T, errorMessage: undefined }
}
