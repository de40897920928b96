import type { AdcpVersion } from '../../model/adcp-version.ts'
import type { SellerParts } from '../seller/parts.ts'

/** One way in which a seller can differ from ours and be just as right. A point that it loses is a false alarm. */
export interface SellerVariant {
  readonly id: string
  /** What it does differently, in one sentence. */
  readonly title: string
  /** The AdCP versions at which it is right; all when absent. */
  readonly versions?: readonly AdcpVersion['line'][]
  /** The parts of a seller of this kind. What the variant remembers, it remembers for that seller alone. */
  vary(parts: SellerParts): SellerParts
}
