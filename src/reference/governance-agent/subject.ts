import type { JsonObject } from '../../model/json.ts'
import type { PurchaseType } from './plan.ts'
import type { CheckKind, CheckRecord, Phase } from './state.ts'

/** What a check asks about, in one form for buyers and sellers. */
export interface Subject {
  readonly kind: CheckKind
  readonly phase: Phase
  readonly caller: string
  readonly purchaseType: PurchaseType
  readonly tool: string | undefined
  /** The arguments of the tool; {} for an execution check. */
  readonly payload: JsonObject
  /** {} when none was sent. */
  readonly planned: JsonObject
  readonly metrics: JsonObject | undefined
  /** New money that approval would let go; 0 for a report of delivery. */
  readonly amount: number
  /** Money moved within a purchase that exists. */
  readonly reallocated: number
  /** Budgets by package id, of packages that have one. */
  readonly packages: ReadonlyMap<string, number>
  readonly currency: string | undefined
  /** One for each package, or one for the whole. */
  readonly places: readonly Place[]
  /** ISO 8601 instants. */
  readonly starts: readonly string[]
  readonly ends: readonly string[]
  readonly channels: readonly string[]
  readonly audience: readonly JsonObject[]
  readonly mediaBuyId: string | undefined
  readonly actionId: string
  /** The governance context that came with this request. */
  readonly presented: string | undefined
  /** The check whose token came with this request. */
  readonly follows: CheckRecord | undefined
}

/** Where a package runs; empty lists mean that nothing was said. */
export interface Place {
  readonly countries: readonly string[]
  readonly regions: readonly string[]
}
