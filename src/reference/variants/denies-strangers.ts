import { withRule } from '../faults/with-rule.ts'
import { violation } from '../governance-agent/concern.ts'
import type { Variant } from './variant.ts'

export const deniesStrangers = {
  id: 'denies-strangers',
  title: 'Answers a seller that the plan does not approve with a denial and a finding, not with an error.',
  vary: (parts) => ({
    ...withRule(parts, 'sellerShare', (rule) => (subject, facts) => {
      const selling = subject.kind === 'execution' || subject.kind === 'delivery'
      if (!selling || parts.isApprovedSeller(subject.caller, facts.plan)) return rule(subject, facts)
      const refusal = violation('seller_verification', `${subject.caller} is not a seller of this plan.`)
      return [refusal, ...rule(subject, facts)]
    }),
    isApprovedSeller: () => true,
  }),
} as const satisfies Variant
