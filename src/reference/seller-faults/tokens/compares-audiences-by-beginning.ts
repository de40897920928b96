import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const comparesAudiencesByBeginning = {
  id: 'compares-audiences-by-beginning',
  requirement: 'GOV-SE-018',
  title: 'Accepts a token for an address that begins like its own.',
  break: (parts) =>
    withStep(parts, 'audience', ({ token }, { url }) =>
      String(token.claims.aud).startsWith(url) ? undefined : 'audience',
    ),
} as const satisfies SellerFault
