import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import type { Decided } from '../model/plan.ts'
import type { Phase } from '../model/storyboard.ts'
import { takenInstead } from './branch-sets.ts'
import { blocked, notApplicable } from './not-sent.ts'
import { skips } from './skip-if.ts'
import { skippedPhase } from './skipped-phase.ts'
import type { StepSetting } from './step-setting.ts'

/** Why no step of a phase is sent, as things stand when it begins. */
export function phaseHold(phase: Phase, { run, state }: StepSetting): Decided | undefined {
  const { skip_if: condition, branch_set } = phase
  if (condition === undefined) return undefined
  const facts = {
    test_kit: state.board.kit?.value as Json | undefined,
    context: Object.fromEntries(state.context),
    agent: run.agent?.capabilities,
  }
  try {
    if (!skips(condition, facts)) return undefined
    const taken = branch_set && state.contributors.get(branch_set.id)
    return taken
      ? notApplicable('peer_branch_taken', takenInstead(branch_set.id, taken, phase))
      : notApplicable('not_applicable', skippedPhase(condition, facts))
  } catch (error) {
    if (error instanceof AuthoringDefect) return blocked('authoring_defect', error.message)
    throw error
  }
}
