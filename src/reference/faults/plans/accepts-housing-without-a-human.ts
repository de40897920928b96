import type { JsonObject } from '../../../model/json.ts'
import { objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const acceptsHousingWithoutAHuman = {
  id: 'accepts-housing-without-a-human',
  requirement: 'GOV-GA-025',
  title: 'Takes in a plan for a protected category that leaves the human out.',
  break: (parts) => ({
    ...parts,
    requestProblem: (task, args, schemas) =>
      parts.requestProblem(task, task === 'sync_plans' ? reviewed(args) : args, schemas),
  }),
} as const satisfies Fault

/** The request as the schema would like it. */
function reviewed(args: JsonObject): JsonObject {
  return { ...args, plans: objectsIn(args.plans).map((plan) => ({ ...plan, human_review_required: true })) }
}
