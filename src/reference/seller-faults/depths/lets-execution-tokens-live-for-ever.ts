import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const letsExecutionTokensLiveForEver = {
  id: 'lets-execution-tokens-live-for-ever',
  requirement: 'GOV-SE-021',
  title: 'Looks at the end of intents alone.',
  break: (parts) =>
    withStep(parts, 'expiry', (given, work) =>
      given.token.claims.phase === 'intent' ? parts.tokenSteps.expiry(given, work) : undefined,
    ),
} as const satisfies SellerFault
