import { withStep } from '../seller-faults/without-step.ts'
import type { SellerVariant } from './seller-variant.ts'

export const wantsExecutionTokens = {
  id: 'wants-execution-tokens',
  title: 'Takes the token of the phase that the task is in alone, as the security page has it.',
  vary: (parts) =>
    withStep(parts, 'phase', (given, work) =>
      given.token.claims.phase === 'intent' ? 'phase' : parts.tokenSteps.phase(given, work),
    ),
} as const satisfies SellerVariant
