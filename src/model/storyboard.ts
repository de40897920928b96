import type { Json, JsonObject } from './json.ts'

/** A storyboard as its author wrote it; keys are those of the YAML. Fields of the format that are not listed here stay on the object. */
export interface Storyboard {
  readonly id: string
  readonly version?: string
  readonly title?: string
  readonly category?: string
  readonly summary?: string
  readonly narrative?: string
  readonly track?: string
  readonly introduced_in?: string
  /** Any one of these tools is enough for the storyboard to apply. */
  readonly required_tools?: readonly string[]
  /** Which kind of agent the storyboard is for; `governance_agent` gates on the governance protocol. */
  readonly agent?: { readonly interaction_model?: string }
  readonly requires_capability?: { readonly path: string; readonly equals: Json }
  readonly prerequisites?: Prerequisites
  /** Literal values that `$context.<name>` can name from the first step on. */
  readonly context?: JsonObject
  readonly phases: readonly Phase[]
}

export interface Prerequisites {
  readonly description?: string
  readonly test_kit?: string
  readonly controller_seeding?: boolean
}

export interface Phase {
  readonly id: string
  readonly title?: string
  readonly narrative?: string
  readonly optional?: boolean
  /** Ids of earlier phases; absent means all of them, [] means none. */
  readonly depends_on?: readonly string[]
  readonly steps: readonly Step[]
}

export interface Step {
  readonly id: string
  readonly title?: string
  readonly narrative?: string
  readonly task: string
  readonly task_default?: string
  readonly schema_ref?: string
  readonly response_schema_ref?: string
  readonly doc_ref?: string
  readonly expected?: string
  readonly stateful?: boolean
  readonly requires_tool?: string
  readonly sample_request?: JsonObject
  readonly sample_request_skip_schema?: boolean
  readonly expect_error?: boolean
  readonly negative_path?: 'schema_invalid' | 'payload_well_formed'
  readonly omit_idempotency_key?: boolean
  readonly context_outputs?: readonly ContextOutput[]
  readonly context_inputs?: readonly ContextInput[]
  readonly validations?: readonly Validation[]
  /** Ours: which kind of reply the step allows; without it, `expect_error` decides. */
  readonly gov_reply?: 'success' | 'error' | 'any'
  /** Ours: the named principal whose credentials send this step, when the run has them. */
  readonly gov_as?: string
  /** Ours: as `gov_as`, for a step that says nothing when anyone else sends it: blocked without that principal. */
  readonly gov_only_as?: string
  /** Ours: apply the required values of the conditions that this earlier step was answered with. */
  readonly gov_adjust_from?: string
}

export interface ContextOutput {
  /** `name` is the specification's word, `key` the older one. */
  readonly name?: string
  readonly key?: string
  readonly path?: string
  readonly generate?: 'uuid_v4' | 'opaque_id'
}

export interface ContextInput {
  readonly key: string
  readonly inject_at: string
}

/** One authored check. The keys beside these are the parameters of that kind. */
export interface Validation {
  readonly check: string
  readonly description?: string
  readonly path?: string
  /** `advisory` is a SHOULD: reported as a warning, never counted against conformance. */
  readonly severity?: 'required' | 'advisory'
  /** Ours: the requirements this validation grades. */
  readonly requirements?: readonly string[]
  readonly [parameter: string]: Json | undefined
}
