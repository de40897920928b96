import { sum } from '../../governance-agent/money.ts'
import { objectAt } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const addsUpThePlansOfALog = {
  id: 'adds-up-the-plans-of-a-log',
  requirement: 'GOV-GA-162',
  title: 'Gives each plan of an audit request the committed money of all of them.',
  break: (parts) => ({
    ...parts,
    auditReply(plans) {
      const committed = sum(plans.map(({ budget }) => Number(objectAt(budget).committed)))
      return parts.auditReply(plans.map((plan) => ({ ...plan, budget: { ...objectAt(plan.budget), committed } })))
    },
  }),
} as const satisfies Fault
