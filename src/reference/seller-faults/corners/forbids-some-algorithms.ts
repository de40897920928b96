import { algorithms } from '../../../token/verify-signature.ts'
import type { SellerFault } from '../seller-fault.ts'
import { withHeaderStep, withStep } from '../without-step.ts'

export const forbidsSomeAlgorithms = {
  id: 'forbids-some-algorithms',
  requirement: 'GOV-SE-023',
  title: 'Forbids the algorithms that it has heard of, and takes the word of all others.',
  break: (parts) =>
    withStep(
      withHeaderStep(parts, 'algorithm', ({ token }) =>
        forbidden.has(String(token.header.alg)) ? 'algorithm' : undefined,
      ),
      'signature',
      (given, work) =>
        algorithms.some((known) => known === given.token.header.alg)
          ? parts.tokenSteps.signature(given, work)
          : undefined,
    ),
} as const satisfies SellerFault

const forbidden: ReadonlySet<string> = new Set(['none', 'HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512'])
