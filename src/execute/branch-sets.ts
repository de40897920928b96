import type { PlannedStep } from '../model/plan.ts'
import type { Phase, Step, Storyboard } from '../model/storyboard.ts'

/** The flag that a step raises when it passes; `contributes: true` names the branch set of its phase. */
export function flagOf(step: Step, phase: Phase): string | undefined {
  return step.contributes_to ?? (step.contributes ? phase.branch_set?.id : undefined)
}

/** What the author got wrong about the flag of a step (storyboard-schema, branch sets, authoring rules). */
export function flagDefect(step: Step, phase: Phase): string | undefined {
  const { contributes, contributes_to: to, contributes_if: condition } = step
  const set = phase.branch_set
  if (contributes && to !== undefined) return 'contributes and contributes_to exclude each other'
  if (contributes && set === undefined) return 'contributes: true stands in a phase without a branch_set'
  if (set && to !== undefined && to !== set.id) return `contributes_to differs from the branch set "${set.id}"`
  if (set && set.semantics !== 'any_of') return `the branch set has semantics "${set.semantics}"; there is any_of`
  if (condition !== undefined && conditionStep(condition) === undefined)
    return `contributes_if is prior_step.<id>.passed, not "${condition}"`
  return undefined
}

/** The id of the step in `prior_step.<id>.passed`; undefined for anything else. */
export function conditionStep(condition: string): string | undefined {
  return /^prior_step\.([^\s.]+)\.passed$/.exec(condition)?.[1]
}

/**
 * The flag that makes a phase one of several alternatives: that of its branch set. Storyboards from before branch sets were
 * declared: the flag that steps of the optional phase raise and a later assert_contribution asks for.
 */
export function alternativeOf(phase: Phase, board: Storyboard): string | undefined {
  if (board.phases.some(({ branch_set }) => branch_set !== undefined)) return phase.branch_set?.id
  if (!phase.optional) return undefined
  const asked = askedFlags(board)
  return phase.steps.map((step) => flagOf(step, phase)).find((flag) => flag !== undefined && asked.has(flag))
}

/** That another phase of a branch set was taken, in the words that runner-output-contract prescribes (peer_branch_taken). */
export function takenInstead(flag: string, taken: PlannedStep, moot: Phase): string {
  return `${flag} contributed by ${taken.phase.id}.${taken.step.id} — ${moot.id} is moot`
}

/** The flags that assert_contribution steps of a storyboard ask for. */
function askedFlags(board: Storyboard): ReadonlySet<unknown> {
  const asserting = board.phases.flatMap(({ steps }) => steps.filter(({ task }) => task === 'assert_contribution'))
  return new Set(asserting.flatMap(flagsAskedBy))
}

/** The flags of which an assert_contribution step needs one. */
export function flagsAskedBy({ validations = [] }: Step): readonly string[] {
  return validations.flatMap(({ check, allowed_values }) => {
    const flags: readonly unknown[] = check === 'any_of' && Array.isArray(allowed_values) ? allowed_values : []
    return flags.filter((flag): flag is string => typeof flag === 'string')
  })
}
