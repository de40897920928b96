import type { SellerFault } from '../seller-fault.ts'
import { withHeaderStep, withStep } from '../without-step.ts'

export const acceptsUnsignedTokens = {
  id: 'accepts-unsigned-tokens',
  requirement: 'GOV-SE-023',
  title: 'Accepts a token that says that it is not signed.',
  break: (parts) => ({
    ...withStep(
      withHeaderStep(parts, 'algorithm', (given) =>
        given.token.header.alg === 'none' ? undefined : parts.headerSteps.algorithm(given),
      ),
      'signature',
      (given, work) => (given.token.header.alg === 'none' ? undefined : parts.tokenSteps.signature(given, work)),
    ),
    readToken: (text) => parts.readToken(text.endsWith('.') ? `${text}AA` : text),
  }),
} as const satisfies SellerFault
