import { hashJson } from '../../token/plan-hash.ts'
import type { Variant } from './variant.ts'

export const hashedPolicyDecisions = {
  id: 'hashed-policy-decisions',
  title: 'Puts a hash of the policy decisions into its tokens, and a claim that no profile knows.',
  vary: (parts) => ({
    ...parts,
    tokenClaims(given) {
      const { policy_decisions = [], ...claims } = parts.tokenClaims(given)
      return { policy_decision_hash: hashJson({ policy_decisions }), ...claims, acme_region: 'eu' }
    },
  }),
} as const satisfies Variant
