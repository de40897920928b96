import type { SellerParts } from '../seller/parts.ts'

/** One way in which a seller can differ from ours and be just as right at AdCP 3.0. A point that it loses is a false alarm. */
export interface SellerVariant {
  readonly id: string
  /** What it does differently, in one sentence. */
  readonly title: string
  /** The parts of a seller of this kind. What the variant remembers, it remembers for that seller alone. */
  vary(parts: SellerParts): SellerParts
}
