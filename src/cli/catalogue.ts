import { loadStoryboards, shippedProfiles, shippedRequirements, shippedStoryboards } from '../load/index.ts'
import type { Located } from '../model/located.ts'
import type { Profile, Requirement } from '../model/requirement.ts'
import type { Phase, Step, Storyboard, Validation } from '../model/storyboard.ts'

/** What comes with this program, for reading. */
export interface Catalogue {
  readonly storyboards: readonly Located<Storyboard>[]
  readonly requirements: readonly Requirement[]
  readonly profiles: readonly Located<Profile>[]
}

/** A step where it stands. */
export interface AddressedStep {
  /** storyboard/phase/step */
  readonly address: string
  readonly board: Located<Storyboard>
  readonly phase: Phase
  readonly step: Step
  readonly line: number
}

export async function loadCatalogue(): Promise<Catalogue> {
  const [storyboards, requirements, profiles] = await Promise.all([
    shippedStoryboards().then(async (files) => (await Promise.all(files.map(loadStoryboards))).flat()),
    shippedRequirements(),
    shippedProfiles(),
  ])
  return { storyboards, requirements, profiles }
}

/** Every step of these storyboards, in order. */
export function addressedSteps(boards: readonly Located<Storyboard>[]): readonly AddressedStep[] {
  return boards.flatMap((board) =>
    board.value.phases.flatMap((phase, p) =>
      phase.steps.map((step, s) => ({
        address: `${board.value.id}/${phase.id}/${step.id}`,
        board,
        phase,
        step,
        line: board.locate(['phases', p, 'steps', s]).line,
      })),
    ),
  )
}

/** The ids of all requirements that these steps grade. */
export function requirementsOf(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.flatMap(({ validations = [] }) => validations.flatMap(idsOf)))]
}

function idsOf({ requirements = [] }: Validation): readonly string[] {
  return requirements
}
