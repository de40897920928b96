import type { Phase, Step, Storyboard } from '../model/storyboard.ts'

/** A step and the phase it stands in, in running order. */
export interface Placed {
  readonly address: string
  readonly phase: Phase
  readonly step: Step
  readonly task: string
}

/**
 * The earlier steps whose state a step stands on: those that must succeed and change state, in its own phase and in the phases it depends on
 * (all earlier ones unless `depends_on` says otherwise). Reading steps are no prerequisite: what they found travels by capture.
 */
export function prerequisitesOf(
  placed: Placed,
  all: readonly Placed[],
  board: Storyboard,
  isMutating: (task: string) => boolean,
): readonly string[] {
  if (!placed.step.stateful) return []
  const within = phasesBefore(placed.phase, board)
  return all
    .slice(0, all.indexOf(placed))
    .filter(({ phase, step, task }) => within.has(phase.id) && leavesState(step) && isMutating(task))
    .map(({ address }) => address)
}

/** A step that may be answered with an error leaves nothing that a later step could count on. */
function leavesState({ stateful, gov_reply, expect_error }: Step): boolean {
  return stateful === true && (gov_reply ?? (expect_error ? 'error' : 'success')) === 'success'
}

function phasesBefore(phase: Phase, board: Storyboard): ReadonlySet<string> {
  const earlier = board.phases.slice(0, board.phases.indexOf(phase)).map(({ id }) => id)
  return new Set([phase.id, ...(phase.depends_on ?? earlier)])
}
