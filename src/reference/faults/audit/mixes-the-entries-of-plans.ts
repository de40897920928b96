import { objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const mixesTheEntriesOfPlans = {
  id: 'mixes-the-entries-of-plans',
  requirement: 'GOV-GA-162',
  title: 'Gives each plan of an audit request the entries of all of them.',
  break: (parts) => ({
    ...parts,
    auditReply: (plans) =>
      parts.auditReply(
        plans.map((plan) =>
          plan.entries ? { ...plan, entries: plans.flatMap((one) => objectsIn(one.entries)) } : plan,
        ),
      ),
  }),
} as const satisfies Fault
