import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const believesAnySignatureForSignals = {
  id: 'believes-any-signature-for-signals',
  requirement: 'GOV-SE-017',
  title: 'Verifies the signature of tokens for media buys, and not of those for signals.',
  break: (parts) => ({
    ...parts,
    authorityOf: (args, subject, work) => {
      const credulous = { ...work, parts: withoutStep(work.parts, 'signature') }
      return parts.authorityOf(args, subject, 'signal_agent_segment_id' in args ? credulous : work)
    },
  }),
} as const satisfies SellerFault
