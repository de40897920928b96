export type RequirementLevel = 'MUST' | 'MUST NOT' | 'MUST*' | 'SHOULD' | 'SCH' | 'ERR'

/** One numbered demand of the protocol on one role. */
export interface Requirement {
  /** GOV-GA-…, GOV-SE-…, GOV-BU-… */
  readonly id: string
  readonly role: 'governance_agent' | 'seller' | 'buyer'
  readonly level: RequirementLevel
  readonly statement: string
  readonly source: string
  /** Where a person can read it. */
  readonly url?: string
  readonly versions: readonly string[]
  /** How a violation can be seen from outside. */
  readonly observe: readonly string[]
  /** Why a breach cannot be seen from outside; for a requirement that no storyboard can grade. */
  readonly unseen?: string
  /** One sentence for the person who must mend the agent. */
  readonly remediation?: string
  /** Which errors of a response schema break it; for a rule of that schema. */
  readonly response_schema?: SchemaPlaces
}

/** Where in a reply a requirement speaks of its shape. */
export interface SchemaPlaces {
  readonly task: string
  /**
   * Pointers of what is wrong, missing or too much: `*` is any one step, a last `**` the place itself and all below,
   * `{decision}` and `{outcome}` the fields that the AdCP version names so. A keyword of JSON Schema may follow a blank,
   * and then only its errors count.
   */
  readonly at: readonly string[]
}

/** A named, versioned list of what must be accounted for before a run may be called conformant. */
export interface Profile {
  readonly id: string
  readonly title: string
  /** `loop`: a governance agent and a seller together. */
  readonly role: Requirement['role'] | 'loop'
  readonly adcp_version: string
  readonly description?: string
  readonly storyboards: readonly string[]
  readonly requirements: readonly string[]
}
