import type { SellerFault } from '../seller-fault.ts'
import { withHeaderStep } from '../without-step.ts'

export const takesTokensOfNoType = {
  id: 'takes-tokens-of-no-type',
  requirement: 'GOV-SE-024',
  title: 'Accepts a token that does not say of what type it is.',
  break: (parts) =>
    withHeaderStep(parts, 'type', (given) =>
      given.token.header.typ === undefined ? undefined : parts.headerSteps.type(given),
    ),
} as const satisfies SellerFault
