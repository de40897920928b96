import { violation } from '../../governance-agent/concern.ts'
import { objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const addsUpInBinary = {
  id: 'adds-up-in-binary',
  requirement: 'GOV-GA-040',
  title: 'Adds amounts up as binary fractions, and denies what seems to exceed the budget by a millionth.',
  break: (parts) =>
    withRule(parts, 'budgetTotal', (rule) => (subject, facts) => {
      const asked = objectsIn(subject.payload.packages).reduce((sum, { budget }) => sum + Number(budget), 0)
      const tooMuch = asked > facts.plan.budget.total && asked < facts.plan.budget.total + 0.000001
      return tooMuch ? [violation('budget_authority', `${asked} exceeds the budget.`)] : rule(subject, facts)
    }),
} as const satisfies Fault
