import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const ignoresRevocations = {
  id: 'ignores-revocations',
  requirement: 'GOV-SE-030',
  title: 'Accepts revoked tokens, and tokens of revoked keys.',
  break: (parts) =>
    withStep(parts, 'revocation', async (given, work) => {
      const flaw = await parts.tokenSteps.revocation(given, work)
      return flaw === 'revoked' ? undefined : flaw
    }),
} as const satisfies SellerFault
