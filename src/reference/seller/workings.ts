import type { AdcpVersion } from '../../model/adcp-version.ts'
import type { SchemaSet } from '../../model/schema-set.ts'
import type { AgentClock } from '../governance-agent/agent-clock.ts'
import type { Outbound } from './outbound.ts'
import type { SellerParts } from './parts.ts'
import type { SellerState } from './state.ts'

/** What every task of the seller works with. */
export interface SellerWorkings {
  readonly clock: AgentClock
  readonly ids: { next(prefix: string): string }
  /** The canonical address of this seller. */
  readonly url: string
  /** The version it speaks. */
  readonly adcp: AdcpVersion
  readonly schemas: SchemaSet
  readonly outbound: Outbound
  /** Where the brand.json of a buyer stands, by principal: known from onboarding, never taken from a request. */
  readonly brands: ReadonlyMap<string, string>
  readonly parts: SellerParts
  readonly state: SellerState
}
