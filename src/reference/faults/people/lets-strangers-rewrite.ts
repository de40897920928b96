import type { Fault } from '../fault.ts'

export const letsStrangersRewrite = {
  id: 'lets-strangers-rewrite',
  requirement: 'GOV-GA-071',
  title: 'Lets anyone who knows the id of a plan send it again.',
  break: (parts) => ({
    ...parts,
    keepPlan(state, stored) {
      parts.keepPlan(state, stored)
      for (const other of [...state.plans.values()])
        if (other.key !== stored.key && other.plan.plan_id === stored.plan.plan_id)
          parts.keepPlan(state, { ...stored, key: other.key, owner: other.owner })
    },
  }),
} as const satisfies Fault
