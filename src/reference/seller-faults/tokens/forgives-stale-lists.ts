import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const forgivesStaleLists = {
  id: 'forgives-stale-lists',
  requirement: 'GOV-SE-031',
  title: 'Goes on with a revocation list that is out of date.',
  break: (parts) =>
    withStep(parts, 'revocation', async (given, work) => {
      const flaw = await parts.tokenSteps.revocation(given, work)
      return flaw === 'revocations stale' ? undefined : flaw
    }),
} as const satisfies SellerFault
