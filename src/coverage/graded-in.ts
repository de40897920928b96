import type { Step, Storyboard } from '../model/storyboard.ts'

/** The steps that grade a requirement. */
export interface Grading {
  /** Addresses of the steps with a validation that decides. */
  readonly required: readonly string[]
  /** Addresses of the steps that only warn. */
  readonly advisory: readonly string[]
}

/** Which steps of these storyboards grade which requirement. */
export function gradedIn(boards: readonly Storyboard[]): ReadonlyMap<string, Grading> {
  const gradings = new Map<string, { required: string[]; advisory: string[] }>()
  for (const { id, phases } of boards)
    for (const phase of phases)
      for (const step of phase.steps)
        for (const [requirement, severity] of severitiesIn(step)) {
          const grading = gradings.get(requirement) ?? { required: [], advisory: [] }
          grading[severity].push(`${id}/${phase.id}/${step.id}`)
          gradings.set(requirement, grading)
        }
  return gradings
}

/** The requirements that a step grades; one that a validation decides is not also listed for a warning. */
function severitiesIn({ validations = [] }: Step): ReadonlyMap<string, keyof Grading> {
  const found = new Map<string, keyof Grading>()
  for (const { requirements = [], severity = 'required' } of validations)
    for (const id of requirements) if (found.get(id) !== 'required') found.set(id, severity)
  return found
}
