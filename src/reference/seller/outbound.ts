import type { Json, JsonObject } from '../../model/json.ts'
import type { GovernanceAgentEntry } from './state.ts'

/** What a governance agent answered: a result or an AdCP error. */
export interface GovernanceReply {
  readonly payload: JsonObject
  readonly isError: boolean
}

/** The ways in which the seller reaches out. */
export interface Outbound {
  /**
   * Calls check_governance once, with the credential of the registration.
   * @throws OutOfReach when no answer comes that can be read
   */
  check(agent: GovernanceAgentEntry, args: JsonObject): Promise<GovernanceReply>
  /**
   * Fetches a small public JSON document, under the guard against addresses that lead inside.
   * @throws OutOfReach when there is none
   */
  document(url: string): Promise<Json>
  /**
   * The same without the guard: what a seller does that has none.
   * @throws OutOfReach when there is no document
   */
  anyDocument(url: string): Promise<Json>
}

/** Nobody answered, or nothing that could be read. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach'
}
