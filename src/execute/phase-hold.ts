import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import type { Decided } from '../model/plan.ts'
import type { Phase } from '../model/storyboard.ts'
import { blocked, notApplicable } from './not-sent.ts'
import { skips } from './skip-if.ts'
import type { StepSetting } from './step-setting.ts'

/** Why no step of a phase is sent, as things stand when it begins. */
export function phaseHold({ skip_if: condition, branch_set }: Phase, { run, state }: StepSetting): Decided | undefined {
  if (condition === undefined) return undefined
  const facts = {
    test_kit: state.board.kit?.value as Json | undefined,
    context: Object.fromEntries(state.context),
    agent: run.agent?.capabilities,
  }
  try {
    return skips(condition, facts)
      ? notApplicable(branch_set ? 'peer_branch_taken' : 'not_applicable', `the phase is skipped, for ${condition}`)
      : undefined
  } catch (error) {
    if (error instanceof AuthoringDefect) return blocked('authoring_defect', error.message)
    throw error
  }
}
