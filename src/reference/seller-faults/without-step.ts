import type { SellerParts } from '../seller/parts.ts'
import type { HeaderStep, TokenStep } from '../seller/token-steps.ts'

/** The same seller, blind for what one step of the verification looks at. */
export function withoutStep(parts: SellerParts, name: keyof SellerParts['tokenSteps']): SellerParts {
  return withStep(parts, name, () => undefined)
}

/** The same seller with another step in the place of its own. */
export function withStep(parts: SellerParts, name: keyof SellerParts['tokenSteps'], step: TokenStep): SellerParts {
  return { ...parts, tokenSteps: { ...parts.tokenSteps, [name]: step } }
}

/** The same for what is looked at before there is a key. */
export function withHeaderStep(
  parts: SellerParts,
  name: keyof SellerParts['headerSteps'],
  step: HeaderStep,
): SellerParts {
  return { ...parts, headerSteps: { ...parts.headerSteps, [name]: step } }
}
