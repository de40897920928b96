import { isJsonObject } from '../../model/json.ts'
import type { Variant } from './variant.ts'

export const errorsInAList = {
  id: 'errors-in-a-list',
  title: 'Reports an error as the first item of errors[], not under adcp_error.',
  vary: (parts) => ({
    ...parts,
    errorPayload(refusal) {
      const { adcp_error: error, ...rest } = parts.errorPayload(refusal)
      return isJsonObject(error) ? { ...rest, errors: [error] } : rest
    },
  }),
} as const satisfies Variant
