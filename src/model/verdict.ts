import type { Outcome } from './check.ts'
import type { Json } from './json.ts'

/** A validation could not be evaluated: an unknown kind, a defect of authoring, or no reply to look at. */
export interface BlockedOutcome {
  readonly status: 'blocked'
  readonly cause: BlockedReason
  readonly reason: string
}

/** The check itself broke: our fault, never the agent's. */
export interface ErroredOutcome {
  readonly status: 'errored'
  readonly message: string
}

export interface ValidationResult {
  readonly check: string
  readonly description: string
  readonly severity: 'required' | 'advisory'
  readonly requirements: readonly string[]
  readonly path?: string
  readonly outcome: Outcome | BlockedOutcome | ErroredOutcome
  /** Written as advisory, and counted as required from this release on. */
  readonly promoted?: true
  /** The schema that was applied, for response_schema. */
  readonly schema?: { readonly id: string; readonly url: string }
}

export type BlockedReason =
  | 'prerequisite_failed'
  | 'missing_tool'
  | 'missing_test_controller'
  | 'missing_principal'
  | 'missing_keys'
  | 'unresolved_substitution'
  | 'unknown_check'
  | 'no_reply'
  | 'rate_limited'
  | 'not_let_in'
  | 'session_lost'
  | 'nothing_evaluated'
  | 'authoring_defect'
  | 'unsupported'
  | 'deadline'
  | 'interrupted'
  | 'requirement_unmet'
  | 'controller_seeding_failed'
  | 'peer_unreachable'
  | 'task_pending'

/** What a gate proved false: where in the agent's capability reply, and the value found there. */
export interface GateEvidence {
  readonly pointer: string
  readonly value: Json
}

/** The skip reasons of runner-output-contract that say nothing against the agent. */
export type NotApplicableReason =
  | 'not_applicable'
  | 'no_phases'
  | 'unsatisfied_contract'
  | 'missing_tool'
  | 'missing_test_controller'
  | 'peer_branch_taken'
  | 'peer_substituted'
  | 'requirement_unmet'

export type StepVerdict =
  | { readonly status: 'passed' }
  | { readonly status: 'failed' }
  | { readonly status: 'blocked'; readonly reason: BlockedReason; readonly detail: string }
  | {
      readonly status: 'not_applicable'
      readonly reason: NotApplicableReason
      readonly detail: string
      readonly evidence?: GateEvidence
    }
  | { readonly status: 'errored'; readonly detail: string }

export type Status = StepVerdict['status']

export type RequirementStatus = 'satisfied' | 'violated' | 'not_exercised' | 'not_applicable'

export type RunStatus = 'conformant' | 'nonconformant' | 'incomplete' | 'error' | 'unreachable'
