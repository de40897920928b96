import type { Offer } from './offers.fixture.ts'
import type { Release } from './release.fixture.ts'

/** In what such sellers may differ. */
export interface Habits {
  readonly offers: readonly Offer[]
  /** Buyers declare accounts, or are given them. */
  readonly accounts: 'declared' | 'given'
  /** Purchases are answered at once, or taken on as tasks. */
  readonly purchases: 'answered' | 'taken_on'
  /** How often an approval is asked for before a sale. */
  readonly checks: number
  /** Bad tokens are refused with the code of the enum, or that of the security page; PERMISSION_DENIED when absent. */
  readonly refusals?: 'enum' | 'taxonomy'
  /** The least that it sells for is told only to whoever offers less. */
  readonly hidesMinimum?: boolean
  /** Fetches what it verifies with for each token. */
  readonly keepsNothing?: boolean
  /** What it goes by where that is not where it is served, as behind a proxy. */
  readonly address?: string
  /** The release of AdCP that it speaks; 3.0 when absent. */
  readonly release?: Release
}
