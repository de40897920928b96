import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const takesTokensForNobody = {
  id: 'takes-tokens-for-nobody',
  requirement: 'GOV-SE-018',
  title: 'Accepts a token that does not say whom it is for.',
  break: (parts) =>
    withStep(parts, 'audience', (given, work) =>
      given.token.claims.aud === undefined ? undefined : parts.tokenSteps.audience(given, work),
    ),
} as const satisfies SellerFault
