import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const takesTokensForNoPhase = {
  id: 'takes-tokens-for-no-phase',
  requirement: 'GOV-SE-020',
  title: 'Accepts a token that does not say which phase it is for.',
  break: (parts) =>
    withStep(parts, 'phase', (given, work) =>
      given.token.claims.phase === undefined ? undefined : parts.tokenSteps.phase(given, work),
    ),
} as const satisfies SellerFault
