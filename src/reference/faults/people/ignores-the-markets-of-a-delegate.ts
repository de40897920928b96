import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const ignoresTheMarketsOfADelegate = {
  id: 'ignores-the-markets-of-a-delegate',
  requirement: 'GOV-GA-055',
  title: 'Lets a delegate buy in markets that it was not given.',
  break: (parts) =>
    withRule(parts, 'delegation', (rule) => (subject, facts) => {
      const { delegations = [] } = facts.plan
      const everywhere = delegations.map(({ markets: _markets, ...rest }) => rest)
      return rule(subject, { ...facts, plan: { ...facts.plan, delegations: everywhere } })
    }),
} as const satisfies Fault
