import type { JsonObject } from '../../../model/json.ts'
import { objectAt, objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const acceptsBothWaysToReallocate = {
  id: 'accepts-both-ways-to-reallocate',
  requirement: 'GOV-GA-024',
  title: 'Takes in a budget with a reallocation threshold and without a limit at once.',
  break: (parts) => ({
    ...parts,
    requestProblem: (task, args, schemas) =>
      parts.requestProblem(task, task === 'sync_plans' ? oneWay(args) : args, schemas),
  }),
} as const satisfies Fault

/** The request as the schema would like it. */
function oneWay(args: JsonObject): JsonObject {
  const plans = objectsIn(args.plans).map((plan) => {
    const { reallocation_unlimited: _second, ...budget } = objectAt(plan.budget)
    return 'reallocation_threshold' in budget ? { ...plan, budget } : plan
  })
  return { ...args, plans }
}
