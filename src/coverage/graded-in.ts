import type { Step, Storyboard } from '../model/storyboard.ts'
import { isInForce } from '../plan/version-limits.ts'

/** The steps that grade a requirement. */
export interface Grading {
  /** Addresses of the steps with a validation that decides. */
  readonly required: readonly string[]
  /** Addresses of the steps that only warn. */
  readonly advisory: readonly string[]
}

/** Which steps of these storyboards grade which requirement, at an AdCP line such as 3.0: what is limited to other lines is not there. */
export function gradedIn(boards: readonly Storyboard[], line: string): ReadonlyMap<string, Grading> {
  const gradings = new Map<string, { required: string[]; advisory: string[] }>()
  for (const { id, phases } of boards)
    for (const phase of phases)
      for (const step of phase.steps.filter((one) => isInForce(one, line)))
        for (const [requirement, severity] of severitiesIn(step, line)) {
          const grading = gradings.get(requirement) ?? { required: [], advisory: [] }
          grading[severity].push(`${id}/${phase.id}/${step.id}`)
          gradings.set(requirement, grading)
        }
  return gradings
}

/** The requirements that a step grades; one that a validation decides is not also listed for a warning. */
function severitiesIn({ validations = [] }: Step, line: string): ReadonlyMap<string, keyof Grading> {
  const found = new Map<string, keyof Grading>()
  for (const { requirements = [], severity = 'required' } of validations.filter((one) => isInForce(one, line)))
    for (const id of requirements) if (found.get(id) !== 'required') found.set(id, severity)
  return found
}
