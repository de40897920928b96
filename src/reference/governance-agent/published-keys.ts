import type { JsonObject } from '../../model/json.ts'
import type { GovernanceKeys } from '../../token/keys.ts'

/** The key set as it is served: what verifies the tokens of today. */
export function publishedKeys({ publicJwk }: GovernanceKeys): readonly JsonObject[] {
  return [{ ...publicJwk } as JsonObject]
}
