import type { Fault } from '../fault.ts'

export const bindsExecutionsToTheFirstPlan = {
  id: 'binds-executions-to-the-first-plan',
  requirement: 'GOV-GA-145',
  title: 'Binds the tokens of executions to the plan as it was at the first intent.',
  break: (parts) => {
    const first = new Map<string, string>()
    return {
      ...parts,
      tokenClaims(given) {
        const { plan_id } = given.plan
        if (!first.has(plan_id)) first.set(plan_id, given.planHash)
        const planHash = given.phase === 'intent' ? given.planHash : (first.get(plan_id) ?? given.planHash)
        return parts.tokenClaims({ ...given, planHash })
      },
    }
  },
} as const satisfies Fault
