import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const verifiesPurchasesAlone = {
  id: 'verifies-purchases-alone',
  requirement: 'GOV-SE-017',
  title: 'Does not verify the signature of a token that comes with a change.',
  break: (parts) =>
    withStep(parts, 'signature', (given, work) =>
      given.phases.includes('modification') ? undefined : parts.tokenSteps.signature(given, work),
    ),
} as const satisfies SellerFault
