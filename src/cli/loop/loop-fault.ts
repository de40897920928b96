import { UsageError } from '../../errors.ts'
import { didYouMean } from '../../load/index.ts'
import { type Fault, faults } from '../../reference/faults/index.ts'
import { type SellerFault, sellerFaults } from '../../reference/seller-faults/index.ts'

/** The agents of the loop, by the keys that official storyboards route by. */
export type LoopAgent = 'governance' | 'sales'

export interface LoopFault {
  readonly agent: LoopAgent
  readonly fault: Fault | SellerFault
}

/**
 * The fault of this name, and which of the two agents has it; undefined when none is named.
 * @throws UsageError with the nearest names
 */
export function loopFaultNamed(id: string | undefined): LoopFault | undefined {
  if (id === undefined) return undefined
  const found = all.find(({ fault }) => fault.id === id)
  if (found) return found
  const ids = all.map(({ fault }) => fault.id)
  throw new UsageError(`no fault "${id}" of either agent${didYouMean(id, ids)}; "list faults" shows all`)
}

const all: readonly LoopFault[] = [
  ...faults.map((fault) => ({ agent: 'governance' as const, fault })),
  ...sellerFaults.map((fault) => ({ agent: 'sales' as const, fault })),
]
