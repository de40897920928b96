import type { SellerParts } from '../seller/parts.ts'

/** One way in which a seller can be wrong. Everything else about it stays conformant. */
export interface SellerFault {
  readonly id: string
  /** The first requirement that it breaks. */
  readonly requirement: string
  /** What it does wrong, in one sentence. */
  readonly title: string
  /** The parts of a seller with this fault. What the fault remembers, it remembers for that seller alone. */
  break(parts: SellerParts): SellerParts
}
