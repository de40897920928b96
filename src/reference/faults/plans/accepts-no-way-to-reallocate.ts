import type { JsonObject } from '../../../model/json.ts'
import { objectAt, objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const acceptsNoWayToReallocate = {
  id: 'accepts-no-way-to-reallocate',
  requirement: 'GOV-GA-024',
  title: 'Takes in a budget that says nothing about reallocation.',
  break: (parts) => ({
    ...parts,
    requestProblem: (task, args, schemas) =>
      parts.requestProblem(task, task === 'sync_plans' ? someWay(args) : args, schemas),
  }),
} as const satisfies Fault

/** The request as the schema would like it. */
function someWay(args: JsonObject): JsonObject {
  const plans = objectsIn(args.plans).map((plan) => {
    const budget = objectAt(plan.budget)
    const silent = !('reallocation_threshold' in budget || 'reallocation_unlimited' in budget)
    return silent ? { ...plan, budget: { ...budget, reallocation_unlimited: true } } : plan
  })
  return { ...args, plans }
}
