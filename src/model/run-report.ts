import type { AdcpVersion } from './adcp-version.ts'
import type { AgentProfile } from './agent-profile.ts'
import type { FailedOutcome } from './check.ts'
import type { Exchange } from './exchange.ts'
import type { Json } from './json.ts'
import type { PeerCallReport } from './peer-request.ts'
import type { NotSelected } from './plan.ts'
import type { RequirementLevel } from './requirement.ts'
import type { GateEvidence, RequirementStatus, RunStatus, Status, StepVerdict, ValidationResult } from './verdict.ts'
import type { WebhookDelivery } from './webhook.ts'

/** The one verdict object; every output is a view of it. */
export interface RunReport {
  readonly tool: { readonly name: string; readonly version: string }
  readonly runId: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly durationMs: number
  readonly target: { readonly url: string; readonly protocol: 'mcp' | 'a2a' }
  readonly adcp: AdcpVersion
  readonly settings: RunSettings
  readonly scope: RunScope
  readonly agent?: AgentProfile
  /** All agents by key, in a run against several; `agent` and `target` are those of the default one. */
  readonly agents?: Readonly<Record<string, AgentProfile>>
  readonly verdict: RunVerdict
  readonly counts: RunCounts
  readonly storyboards: readonly StoryboardReport[]
  readonly notSelected: readonly NotSelected[]
  readonly requirements: readonly RequirementReport[]
  /** Absent when this very program, with these storyboards, has not been self-tested. */
  readonly selfTest?: SelfTestStamp
}

/** How well the program that made the report did against agents whose faults, or rightness, are known. */
export interface SelfTestStamp {
  /** SHA-256, in hex; `self-test` of the same version prints the same. */
  readonly digest: string
  /** The AdCP line that it was made at. */
  readonly adcp: string
  readonly faults: number
  readonly killed: number
  readonly variants: number
  /** Variants that lost no point. */
  readonly leftInPeace: number
}

export interface RunSettings {
  readonly dates: 'shift' | 'as-written'
  readonly callTimeoutMs: number
  readonly stepTimeoutMs: number
  readonly runTimeoutMs: number
  /** The file given by --test-kit, when it overrides what storyboards name. */
  readonly testKit?: string
  /** What the operator gave for `$context.<name>`. */
  readonly context?: Readonly<Record<string, string>>
}

/** What the verdict speaks of: a published profile, a suite of storyboards, or just the storyboards that were named. */
export type RunScope =
  | { readonly kind: 'profile' | 'suite'; readonly id: string; readonly title: string; readonly digest: string }
  | { readonly kind: 'selection'; readonly storyboards: readonly string[] }

export interface RunVerdict {
  readonly status: RunStatus
  /** One sentence: why this and not a better one. */
  readonly reason: string
  /** Present when the run was ended from outside. */
  readonly stopped?: 'deadline' | 'SIGINT' | 'SIGTERM' | 'SIGHUP'
  /** What does not apply to the agent, by its own claims; absent when everything applied. Never counted as progress. */
  readonly lostScope?: readonly LostScope[]
}

/** Requirements that do not apply, by what the agent said of itself. */
export interface LostScope {
  readonly reason: string
  readonly evidence?: GateEvidence
  readonly requirements: readonly string[]
}

export interface RunCounts {
  readonly storyboards: Readonly<Record<Status, number>>
  readonly steps: Readonly<Record<Status, number>>
  readonly validations: {
    readonly passed: number
    readonly failed: number
    readonly warnings: number
    readonly other: number
  }
  readonly requirements: RequirementCounts
  readonly calls: number
  readonly httpRequests: number
}

/** All requirements in scope by status; and apart, those that decide and those that are recommended. */
export interface RequirementCounts extends StatusCounts {
  /** MUST, MUST NOT, MUST*, SCH, ERR. */
  readonly must: StatusCounts
  readonly should: StatusCounts
}

export type StatusCounts = Readonly<Record<RequirementStatus, number>>

export interface StoryboardReport {
  readonly id: string
  readonly title: string
  readonly file: string
  /** The compliance track the storyboard contributes to. */
  readonly track?: string
  readonly status: Status
  readonly testKit?: string
  readonly phases: readonly PhaseReport[]
}

export interface PhaseReport {
  readonly id: string
  readonly title: string
  readonly status: Status
  /** Its failure does not decide over the storyboard. */
  readonly optional?: true
  readonly steps: readonly StepReport[]
}

export interface StepReport {
  readonly address: string
  readonly storyboard: string
  readonly phase: string
  readonly id: string
  readonly title: string
  readonly task: string
  readonly line: number
  readonly docRef?: string
  readonly verdict: StepVerdict
  readonly validations: readonly ValidationResult[]
  readonly changes: readonly RequestChange[]
  readonly captured: readonly string[]
  readonly exchange?: Exchange
  /** What else was sent for this step: polls, repeated and simultaneous calls, questions to the test controller. */
  readonly alsoSent?: readonly Exchange[]
  /** The webhooks that the step looked at, in the order of arrival. */
  readonly deliveries?: readonly WebhookDelivery[]
  /** What came to the hosted governance agent from this step on until the next, in the order of arrival. */
  readonly peerCalls?: readonly PeerCallReport[]
  /** Stands in an optional phase: when it fails or is blocked, that is shown and decides nothing. */
  readonly optional?: true
  readonly startedAt?: string
  readonly durationMs: number
}

/** A difference between the authored sample and what was sent. */
export interface RequestChange {
  /** RFC 6901 pointer into the request. */
  readonly pointer: string
  readonly kind: 'resolved' | 'generated' | 'injected' | 'shifted'
  readonly from?: Json
  readonly to: Json
  readonly why: string
}

export interface RequirementReport {
  readonly id: string
  readonly level: RequirementLevel | 'unknown'
  readonly statement: string
  readonly status: RequirementStatus
  /** Why, when it is not satisfied: one sentence. */
  readonly reason?: string
  /** What would let it be exercised: one sentence; for one that was not. */
  readonly unblock?: string
  /** Address of the step that the status rests on, when it is not satisfied: its exchange is the evidence. */
  readonly decidedBy?: string
  /** For one that is violated: the validation that failed first. */
  readonly violation?: FailedValidation
  /** Addresses of all steps in which it is violated. */
  readonly violatedIn?: readonly string[]
  /** For one that is not applicable: the capability that says so. */
  readonly evidence?: GateEvidence
  readonly remediation?: string
  readonly source?: string
  readonly url?: string
  /** Addresses of the steps whose validations name it. */
  readonly steps: readonly string[]
}

export type FailedValidation = ValidationResult & { readonly outcome: FailedOutcome }
