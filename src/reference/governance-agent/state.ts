import type { JsonObject } from '../../model/json.ts'
import type { Condition, Finding } from './concern.ts'
import type { Plan, PurchaseType } from './plan.ts'

/** Everything the agent remembers. It lives in memory and ends with the process. */
export interface AgentState {
  /** By owner and plan id: two owners may use the same id and never see each other. */
  readonly plans: Map<string, StoredPlan>
  readonly checks: Map<string, CheckRecord>
  /** By governance context, as issued. */
  readonly tokens: Map<string, CheckRecord>
  /** What happened, in order. */
  readonly history: HistoryItem[]
  readonly commitments: Commitment[]
  /** By principal and idempotency key. */
  readonly replies: Map<string, KeptReply>
  /** Replies with conditions since the last other decision, by plan, tool and caller. */
  readonly unmet: Map<string, number>
  /** Ids of tokens that are no longer good. */
  readonly revoked: Set<string>
}

export interface StoredPlan {
  readonly key: string
  readonly owner: string
  readonly plan: Plan
  /** The plan as it was sent: what the hash is taken over. */
  readonly source: JsonObject
  readonly hash: string
  readonly version: number
  readonly suspended: boolean
}

export type CheckKind = 'intent' | 'execution' | 'delivery' | 'inquiry'
export type Phase = 'intent' | 'purchase' | 'modification' | 'delivery'
export type DecisionWord = 'approved' | 'denied' | 'conditions'

/** A check and its decision; one audit entry. */
export interface CheckRecord {
  readonly id: string
  readonly planKey: string
  readonly planHash: string
  /** What joins the checks and outcomes of one purchase. */
  readonly actionId: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly kind: CheckKind
  readonly phase: Phase
  readonly caller: string
  readonly tool: string | undefined
  readonly purchaseType: PurchaseType
  /** New money, and money moved, in the plan's currency. */
  readonly amount: number
  readonly reallocated: number
  /** Budgets by package id, as proposed. */
  readonly packages: ReadonlyMap<string, number>
  readonly channels: readonly string[]
  readonly mediaBuyId: string | undefined
  /** Absent while a human decides. */
  readonly status: DecisionWord | undefined
  readonly findings: readonly Finding[]
  readonly conditions: readonly Condition[]
  readonly explanation: string
  readonly policies: readonly string[]
  readonly categories: readonly string[]
  readonly token: string | undefined
  /** The token that came with the request. */
  readonly presented: string | undefined
  /** Milliseconds since the epoch. */
  readonly expiresAt: number | undefined
  readonly nextCheck: number | undefined
  readonly review: Review | undefined
}

export interface Review {
  readonly taskId: string
  readonly reason: string
  /** The same question asked again has the same fingerprint. */
  readonly fingerprint: string
  readonly resolution?: { readonly approved: boolean; readonly actor: string; readonly at: number }
}

export interface OutcomeRecord {
  readonly id: string
  readonly planKey: string
  readonly actionId: string
  readonly at: number
  readonly outcome: 'completed' | 'failed' | 'delivery'
  readonly status: 'accepted' | 'findings'
  readonly findings: readonly Finding[]
  readonly committed: number | undefined
  readonly purchaseType: PurchaseType
  readonly token: string
  readonly sellerReference: string | undefined
  readonly channels: readonly string[]
}

export type HistoryItem =
  | { readonly kind: 'check'; readonly planKey: string; readonly checkId: string }
  | { readonly kind: 'outcome'; readonly planKey: string; readonly outcome: OutcomeRecord }

/** Money that a seller has confirmed. */
export interface Commitment {
  readonly planKey: string
  readonly actionId: string
  /** The check that authorised it; a second report on the same check replaces the amount. */
  readonly checkId: string
  readonly caller: string
  readonly seller: string | undefined
  readonly purchaseType: PurchaseType
  readonly channels: readonly string[]
  readonly mediaBuyId: string | undefined
  readonly packages: ReadonlyMap<string, number>
  readonly amount: number
  /** The part of it that was moved within an existing purchase. */
  readonly reallocated: number
  readonly at: number
}

export interface KeptReply {
  readonly task: string
  readonly question: JsonObject
  readonly reply: JsonObject
  readonly at: number
}

export function emptyState(): AgentState {
  return {
    plans: new Map(),
    checks: new Map(),
    tokens: new Map(),
    history: [],
    commitments: [],
    replies: new Map(),
    unmet: new Map(),
    revoked: new Set(),
  }
}
