import type { JsonObject } from '../../model/json.ts'
import type { Account } from './account-book.fixture.ts'
import type { Offer } from './offers.fixture.ts'

export interface Buy {
  readonly id: string
  readonly account: Account
  readonly packages: { id: string; budget: number; offer: Offer }[]
  readonly start: string
  readonly end: string
  readonly made: string
  /** The plan that it was bought under, where the buyer named it. */
  readonly plan: string | undefined
  revision: number
}

export interface Wanted {
  readonly phase: 'purchase' | 'modification'
  readonly tokens: readonly string[]
  readonly planned: Pick<Buy, 'start' | 'end' | 'packages'>
  readonly mediaBuyId?: string
  readonly plan: string | undefined
}

/** What this seller would run: some more countries than were asked for are its own affair, and each package is told. */
export function deliveryOf({ start, end, packages }: Wanted['planned']): JsonObject {
  return {
    geo: { countries: ['US'], regions: ['US-ME'] },
    channels: ['ctv', 'olv'],
    start_time: start,
    end_time: end,
    total_budget: packages.reduce((sum, { budget }) => sum + budget, 0),
    currency: packages[0]?.offer.currency ?? 'USD',
    packages: packages.map(({ id, budget }) => ({ package_id: id, budget })),
    audience_summary: 'Adults who watch documentaries.',
  }
}

export function shown({ id, account, packages, start, end, made, revision }: Buy): JsonObject {
  return {
    media_buy_id: id,
    account: account.listing,
    status: 'pending_creatives',
    currency: packages[0]?.offer.currency ?? 'USD',
    total_budget: packages.reduce((sum, { budget }) => sum + budget, 0),
    start_time: start,
    end_time: end,
    confirmed_at: made,
    revision,
    valid_actions: ['cancel', 'update_budget', 'sync_creatives'],
    packages: packages.map(({ id: package_id, budget, offer }) => ({
      package_id,
      product_id: offer.product,
      pricing_option_id: offer.pricing,
      budget,
      pacing: 'even',
      paused: false,
    })),
    ext: { harbour: { salesperson: 'M. Okafor' } },
  }
}
