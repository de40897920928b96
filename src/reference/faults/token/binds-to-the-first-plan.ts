import type { Fault } from '../fault.ts'

export const bindsToTheFirstPlan = {
  id: 'binds-to-the-first-plan',
  requirement: 'GOV-GA-145',
  title: 'Binds every token to the plan as it was first synced.',
  break: (parts) => {
    const first = new Map<string, string>()
    return {
      ...parts,
      tokenClaims(given) {
        const plan_hash = first.get(given.plan.plan_id) ?? given.planHash
        first.set(given.plan.plan_id, plan_hash)
        return { ...parts.tokenClaims(given), plan_hash }
      },
    }
  },
} as const satisfies Fault
