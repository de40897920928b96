import type { JsonObject } from '../../model/json.ts'

export type PurchaseType = 'media_buy' | 'rights_license' | 'signal_activation' | 'creative_services'

/** A campaign plan, as far as this agent reads it; the official request schema has checked the shape before. */
export interface Plan {
  readonly objectives: string
  readonly plan_id: string
  readonly brand: { readonly domain: string; readonly data_subject_contestation?: JsonObject }
  readonly budget: Budget
  readonly flight: { readonly start: string; readonly end: string }
  readonly channels?: Channels
  readonly countries?: readonly string[]
  readonly regions?: readonly string[]
  readonly policy_ids?: readonly string[]
  readonly policy_categories?: readonly string[]
  readonly custom_policies?: readonly Policy[]
  readonly audience?: { readonly include?: readonly JsonObject[]; readonly exclude?: readonly JsonObject[] }
  readonly restricted_attributes?: readonly string[]
  readonly restricted_attributes_custom?: readonly string[]
  readonly min_audience_size?: number
  readonly human_review_required?: boolean
  /** null, like absence, lets any seller in. */
  readonly approved_sellers?: readonly string[] | null
  readonly delegations?: readonly Delegation[]
  readonly portfolio?: Portfolio
}

export interface Budget {
  readonly total: number
  readonly currency: string
  readonly per_seller_max_pct?: number
  readonly reallocation_threshold?: number
  readonly reallocation_unlimited?: boolean
  readonly allocations?: Partial<Readonly<Record<PurchaseType, Allocation>>>
}

export interface Allocation {
  readonly amount?: number
  readonly max_pct?: number
}

export interface Channels {
  readonly allowed?: readonly string[]
  readonly required?: readonly string[]
  readonly mix_targets?: Readonly<Record<string, { readonly min_pct?: number; readonly max_pct?: number }>>
}

export interface Policy {
  readonly policy_id: string
  readonly enforcement: 'must' | 'should' | 'may'
  readonly policy: string
  readonly requires_human_review?: boolean
  /** Calendar dates (ISO 8601) between which the policy is in force. */
  readonly effective_date?: string
  readonly sunset_date?: string
}

export interface Delegation {
  readonly agent_url: string
  readonly authority: 'full' | 'execute_only' | 'propose_only'
  readonly budget_limit?: Money
  readonly markets?: readonly string[]
  readonly expires_at?: string
}

export interface Money {
  readonly amount: number
  readonly currency: string
}

export interface Portfolio {
  readonly member_plan_ids: readonly string[]
  readonly total_budget_cap?: Money
  readonly shared_policy_ids?: readonly string[]
  readonly shared_exclusions?: readonly Policy[]
}
