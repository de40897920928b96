import type { JsonObject } from '../../model/json.ts'

/** Everything the seller remembers. It lives in memory and ends with the process. */
export interface SellerState {
  /** By account id. */
  readonly accounts: Map<string, Account>
  /** The governance agents of each account, by account id. */
  readonly governance: Map<string, readonly GovernanceAgentEntry[]>
  readonly products: Map<string, Product>
  readonly mediaBuys: Map<string, MediaBuy>
  /** By id of the grant. */
  readonly rights: Map<string, RightsGrant>
  /** By principal and idempotency key. */
  readonly replies: Map<string, KeptReply>
  /** Tokens that were accepted, by issuer, audience and jti. */
  readonly usedTokens: Set<string>
  /** Key sets by address, and when they were fetched (milliseconds since the epoch). */
  readonly keySets: Map<string, { readonly keys: readonly JsonObject[]; readonly at: number }>
}

export interface Account {
  readonly id: string
  /** The principal that set it up. */
  readonly owner: string
  readonly brand: JsonObject
  readonly operator: string
  readonly sandbox: boolean
  readonly billing: string
}

export interface GovernanceAgentEntry {
  readonly url: string
  /** What the seller authenticates with; never leaves it but to that agent. */
  readonly credential: string
  /** Absent: it watches over everything. */
  readonly categories?: readonly string[]
}

export interface Product {
  readonly id: string
  readonly name: string
  readonly channels: readonly string[]
  readonly prices: readonly Price[]
}

export interface Price {
  readonly id: string
  readonly currency: string
  /** Per thousand impressions. */
  readonly cpm: number
}

export interface Package {
  readonly id: string
  readonly productId: string
  readonly priceId: string
  readonly budget: number
  /** ISO 3166-1 codes; empty: wherever the seller sells. */
  readonly countries: readonly string[]
}

export interface MediaBuy {
  readonly id: string
  readonly accountId: string
  readonly owner: string
  readonly status: 'pending_start' | 'active' | 'paused' | 'completed' | 'rejected' | 'canceled' | 'pending_creatives'
  readonly revision: number
  readonly currency: string
  readonly packages: readonly Package[]
  /** ISO 8601. */
  readonly start: string
  readonly end: string
  readonly createdAt: string
  readonly invoiceRecipient: JsonObject | undefined
  /** What governance approved, as the seller will run it. */
  readonly planned: JsonObject
  /** Absent for a purchase that nobody governs. */
  readonly authority: Authority | undefined
  readonly delivered: { readonly impressions: number; readonly spend: number }
}

/** A right that somebody has acquired. */
export interface RightsGrant {
  readonly id: string
  readonly owner: string
  /** Absent for a buyer that has no account. */
  readonly accountId: string | undefined
  /** What it costs in all. */
  readonly amount: number
  readonly uses: readonly string[]
  /** Its last day, such as 2027-06-30; absent when none is fixed. */
  readonly endDate: string | undefined
  readonly paused: boolean
}

/** What authorises a purchase. */
export interface Authority {
  readonly planId: string
  /** The governance context, letter for letter. */
  readonly token: string
  /** What the use of the token is remembered by; absent when it was not verified. */
  readonly use?: string
}

export interface KeptReply {
  readonly task: string
  readonly question: JsonObject
  readonly reply: JsonObject
  /** Milliseconds since the epoch. */
  readonly at: number
}

export function emptyState(products: readonly Product[]): SellerState {
  return {
    accounts: new Map(),
    governance: new Map(),
    products: new Map(products.map((product) => [product.id, product])),
    mediaBuys: new Map(),
    rights: new Map(),
    replies: new Map(),
    usedTokens: new Set(),
    keySets: new Map(),
  }
}
