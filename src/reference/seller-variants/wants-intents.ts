import { withStep } from '../seller-faults/without-step.ts'
import type { SellerVariant } from './seller-variant.ts'

export const wantsIntents = {
  id: 'wants-intents',
  title: 'Takes the token of an intent alone, as the governance specification has it.',
  vary: (parts) => withStep(parts, 'phase', ({ token }) => (token.claims.phase === 'intent' ? undefined : 'phase')),
} as const satisfies SellerVariant
