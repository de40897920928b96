import type { AdcpVersion } from './adcp-version.ts'
import type { Exchange, HttpRecord, Reply } from './exchange.ts'
import type { Json, JsonObject } from './json.ts'
import type { PeerEvidence } from './peer-request.ts'
import type { PublishedKeys } from './published-keys.ts'
import type { CompiledSchema, SchemaError } from './schema-set.ts'
import type { UpstreamTraffic } from './upstream-traffic.ts'

/** Everything a check may look at. Nothing in it changes while a step is graded. */
export interface Evidence {
  readonly adcp: AdcpVersion
  readonly task: string
  /** The id of the step. */
  readonly step?: string
  /** Which kind of reply the step allows. */
  readonly expects: 'success' | 'error' | 'any'
  /** The arguments that were on the wire. */
  readonly request: JsonObject
  readonly reply: Reply
  /** The AdCP payload of the reply, success or error; undefined when there is none. */
  readonly payload: JsonObject | undefined
  /** ISO 8601 instants, the runner's clock. */
  readonly sentAt: string
  readonly receivedAt: string
  readonly responseSchema: CompiledSchema | undefined
  /** The reply is not final, names its task, and the task may be answered so: `responseSchema` speaks of this very reply. */
  readonly mayBeInterim?: boolean
  /** The address of the agent under test. */
  readonly agentUrl: string
  /** What was captured so far, and the literal values of the storyboard. */
  readonly context: ReadonlyMap<string, Json>
  /** Flags that steps of this storyboard have raised (`contributes_to`). */
  readonly contributed: ReadonlySet<string>
  /** The HTTP requests beneath the exchange. */
  readonly http: readonly HttpRecord[]
  /** All replies of a step that was sent several times at once, this one among them. */
  readonly siblings: readonly Exchange[]
  /** The step of this storyboard that was answered before this one. */
  readonly previous: Exchange | undefined
  /** Every exchange of this storyboard so far, the oldest first. */
  readonly history?: readonly Exchange[]
  /** What the agent's test controller says it called meanwhile; asked when a check of the step needs it. */
  readonly upstream?: UpstreamTraffic
  /** What the agent publishes beside its tasks; fetched when a check of the step needs it. */
  readonly keys?: PublishedKeys
  /** What came to the governance agent that the run hosts; absent where it hosts none. */
  readonly peer?: PeerEvidence
  /** The official schema of what that agent may be asked; there when it is hosted. */
  readonly peerQuestionSchema?: CompiledSchema
  /** The exchange of an earlier step of this storyboard. */
  earlier(stepId: string): Exchange | undefined
}

export type Outcome =
  | { readonly status: 'passed'; readonly note?: string }
  | { readonly status: 'not_applicable'; readonly note: string }
  | FailedOutcome

export interface FailedOutcome {
  readonly status: 'failed'
  /** One sentence for a tired person: what is wrong. */
  readonly message: string
  /** RFC 6901 pointer into the payload; null when no payload came. */
  readonly pointer: string | null
  readonly expected: Json
  readonly actual: Json
  readonly schemaErrors?: readonly SchemaError[]
}

/** A kind of validation: one object, one file, pure. */
export interface Check<Kind extends string = string, Params = unknown> {
  /** The value authors write in `validations[].check`. */
  readonly kind: Kind
  /** One line for `explain` and the documentation. */
  readonly summary: string
  /** JSON Schema (draft-07) of the keys that stand beside `check`, `description`, `severity` and `requirements`. */
  readonly params: JsonObject
  /** What must be fetched before it can evaluate. */
  readonly needs?: readonly ('keys' | 'upstream')[]
  /** No await, no clock, no I/O. */
  evaluate(params: Params, evidence: Evidence): Outcome
}
