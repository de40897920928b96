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
  /** Each family must be met by one of its tools (3.1). */
  readonly required_any_of_tools?: readonly { readonly tools: readonly string[]; readonly rationale?: string }[]
  /** What the run must offer: controller, seeded_state, real_wire, webhook_receiver, multi_agent … (3.1). */
  readonly requires?: readonly string[]
  /** Ours: all of these tools have to be offered for the storyboard to apply; to offer them is voluntary. */
  readonly if_offered?: readonly string[]
  /** Which kind of agent the storyboard is for; `governance_agent` gates on the governance protocol. */
  readonly agent?: { readonly interaction_model?: string }
  /** Ours: what the run hosts for it: the governance agent of the buyer. */
  readonly hosts?: 'governance_agent'
  /** Ours: a reply that is not final is followed until the task is done, and what it came to is graded. */
  readonly follows_tasks?: boolean
  readonly requires_capability?: CapabilityMatch
  /** All of them must hold. */
  readonly requires_all_capabilities?: readonly CapabilityMatch[]
  /** Ids of storyboards that must pass beside this one. */
  readonly requires_scenarios?: readonly string[]
  /** Key of the agent that takes the steps no other agent claims, in a run against several. */
  readonly default_agent?: string
  readonly protocol?: string
  readonly prerequisites?: Prerequisites
  /** What must exist at the agent before the first phase, by kind. */
  readonly fixtures?: Readonly<Record<string, readonly JsonObject[]>>
  readonly invariants?: Invariants
  /** Literal values that `$context.<name>` can name from the first step on. */
  readonly context?: JsonObject
  readonly phases: readonly Phase[]
}

export interface Prerequisites {
  readonly description?: string
  readonly test_kit?: string
  readonly controller_seeding?: boolean
}

/** A predicate on the payload of get_adcp_capabilities; one matcher beside `path`. */
export interface CapabilityMatch {
  readonly path: string
  readonly equals?: Json
  readonly contains?: Json
  readonly not_contains?: Json
  readonly present?: boolean
}

/** Rules over all steps: a list adds to the default ones, an object turns some off or on. */
export type Invariants =
  | readonly string[]
  | { readonly disable?: readonly string[]; readonly enable?: readonly string[] }

export interface Phase {
  readonly id: string
  readonly title?: string
  readonly narrative?: string
  /** Its failure alone does not fail the storyboard. */
  readonly optional?: boolean
  /** `test_kit.<path>` or `!test_kit.<path>`. */
  readonly skip_if?: string
  /** One of several phases of which the agent must satisfy one. */
  /** As on a step, for all of its steps. */
  readonly requires_tool?: string
  readonly branch_set?: { readonly id: string; readonly semantics: 'any_of' }
  readonly requires_capability?: CapabilityMatch
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
  /** `schema_invalid`, `payload_well_formed`, or a word of the author's for the latter. */
  readonly negative_path?: string
  readonly omit_idempotency_key?: boolean
  /** The sample goes out without the account that the run would add; this program adds none. */
  readonly omit_account?: boolean
  /** Key of the agent that takes this step, in a run against several. */
  readonly agent?: string
  readonly auth?: StepAuth
  /** The flag that this step raises when it passes; `contributes: true` names the branch set of its phase. */
  readonly contributes_to?: string
  readonly contributes?: boolean
  /** `prior_step.<id>.passed` */
  readonly contributes_if?: string
  /** Steps of the same phase whose state this one leaves as well. */
  readonly provides_state_for?: string | readonly string[]
  readonly peer_substitutes_for?: string | readonly string[]
  /** Id of a runner contract (a test kit with `applies_to`) that must be in scope. */
  readonly requires_contract?: string
  readonly response_projection?: string
  /** The same request several times at once, each over a session of its own. */
  readonly parallel_dispatch?: {
    readonly count: number
    readonly same_idempotency_key?: boolean
    readonly barrier_timeout_ms?: number
    readonly mode?: string
  }
  /** `terminal_page`: there is no next page to ask for. */
  readonly not_applicable_if?: string
  readonly rate_limit_trip?: JsonObject
  readonly invariants?: { readonly disable?: readonly string[] }
  readonly context_outputs?: readonly ContextOutput[]
  readonly context_inputs?: readonly ContextInput[]
  readonly validations?: readonly Validation[]
  /** Ours: which kind of reply the step allows; without it, `expect_error` decides. */
  readonly gov_reply?: 'success' | 'error' | 'any'
  /** Ours: the named principal whose credentials send this step, when the run has them. */
  readonly gov_as?: string
  /** Ours: as `gov_as`, for a step that says nothing when anyone else sends it: blocked without that principal. */
  readonly gov_only_as?: string
  /** Ours: what the hosted governance agent does from this step on. */
  readonly peer?: Json
  /** Ours: what `$token.<kind>` in the sample is for; values may hold placeholders. */
  readonly token?: Readonly<Record<string, string>>
  /** Ours: of the products in the reply, one is chosen that can be bought for `budget`, in `currency` where there is one. */
  readonly gov_offer?: { readonly budget: Json; readonly currency?: Json }
  /** Ours: apply the required values of the conditions that this earlier step was answered with. */
  readonly gov_adjust_from?: string
  /** Ours: the AdCP lines at which the step is planned; all when absent. */
  readonly versions?: readonly string[]
}

/** Credentials that take the place of the run's own for one step. */
export type StepAuth =
  | 'none'
  | {
      readonly type: 'api_key' | 'oauth_bearer' | 'basic'
      readonly from_test_kit?: boolean | string
      readonly value_strategy?: string
    }

export interface ContextOutput {
  /** `name` is the specification's word, `key` the older one. */
  readonly name?: string
  readonly key?: string
  readonly path?: string
  readonly generate?: 'uuid_v4' | 'opaque_id'
  /** Ours: this value itself, once the step has passed: which of several ways the agent took. */
  readonly value?: Json
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
  /** From this AdCP release on an advisory validation counts as required. */
  readonly expires_after_version?: string
  /** Why an advisory validation stays one at every release. */
  readonly permanent_advisory?: { readonly reason: string }
  /** Ours: the requirements this validation grades. */
  readonly requirements?: readonly string[]
  /** Ours: the AdCP lines at which it grades; all when absent. */
  readonly versions?: readonly string[]
  readonly [parameter: string]: Json | undefined
}
