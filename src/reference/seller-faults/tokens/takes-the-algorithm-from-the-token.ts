import { createHmac } from 'node:crypto'
import type { KeyedToken } from '../../seller/token-subject.ts'
import type { SellerFault } from '../seller-fault.ts'
import { withHeaderStep, withStep } from '../without-step.ts'

export const takesTheAlgorithmFromTheToken = {
  id: 'takes-the-algorithm-from-the-token',
  requirement: 'GOV-SE-023',
  title: 'Verifies an HMAC with the published key as its secret.',
  break: (parts) =>
    withStep(
      withHeaderStep(parts, 'algorithm', (given) =>
        given.token.header.alg === 'HS256' ? undefined : parts.headerSteps.algorithm(given),
      ),
      'signature',
      (given, work) => (isHmac(given) ? undefined : parts.tokenSteps.signature(given, work)),
    ),
} as const satisfies SellerFault

function isHmac({ token, key }: KeyedToken): boolean {
  if (token.header.alg !== 'HS256' || typeof key.x !== 'string') return false
  const secret = Buffer.from(key.x, 'base64url')
  return createHmac('sha256', secret).update(token.signed).digest('base64url') === token.signature
}
