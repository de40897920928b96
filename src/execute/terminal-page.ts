import { readPath } from '../json/path.ts'
import type { Decided, PlannedStep } from '../model/plan.ts'
import { blocked, notApplicable } from './not-sent.ts'
import type { StepSetting } from './step-setting.ts'

/** `not_applicable_if: terminal_page`: the page before this one was the last. */
export function terminalPage({ step }: PlannedStep, { state }: StepSetting): Decided | undefined {
  const condition = step.not_applicable_if
  if (condition === undefined) return undefined
  if (condition !== 'terminal_page')
    return blocked('authoring_defect', `not_applicable_if is terminal_page, not "${condition}"`)
  const reply = state.previous?.reply
  const payload = reply?.kind === 'task' && !reply.error ? reply.payload : undefined
  if (readPath(payload, 'pagination.has_more') !== false) return undefined
  return notApplicable('not_applicable', 'the page before this one was the last: pagination.has_more is false')
}
