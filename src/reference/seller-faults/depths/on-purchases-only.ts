import type { SellerParts } from '../../seller/parts.ts'
import { withStep } from '../without-step.ts'

/** The same seller, blind for what one step of the verification looks at when a media buy is changed. */
export function onPurchasesOnly(parts: SellerParts, name: keyof SellerParts['tokenSteps']): SellerParts {
  return withStep(parts, name, (given, work) =>
    given.mediaBuyId === undefined ? parts.tokenSteps[name](given, work) : undefined,
  )
}
