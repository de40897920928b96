import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const takesTokensForNoPlan = {
  id: 'takes-tokens-for-no-plan',
  requirement: 'GOV-SE-019',
  title: 'Accepts a token that does not say which plan it is for.',
  break: (parts) =>
    withStep(parts, 'plan', (given, work) =>
      given.token.claims.sub === undefined ? undefined : parts.tokenSteps.plan(given, work),
    ),
} as const satisfies SellerFault
