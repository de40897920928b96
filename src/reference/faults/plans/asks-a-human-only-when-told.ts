import type { Fault } from '../fault.ts'

export const asksAHumanOnlyWhenTold = {
  id: 'asks-a-human-only-when-told',
  requirement: 'GOV-GA-026',
  title: 'Sends nothing to a human unless the plan itself says so, whatever its policies demand.',
  break: (parts) => ({
    ...parts,
    reviewReason: (plans) => parts.reviewReason(plans.filter(({ human_review_required: told }) => told)),
  }),
} as const satisfies Fault
