import type { PlannedStep } from '../model/plan.ts'
import type { StepReport } from '../model/run-report.ts'
import { buildRequest } from '../request/build-request.ts'
import { dispatchTogether } from './dispatch-together.ts'
import { followTask } from './follow-task.ts'
import { gradeStep } from './grade-step.ts'
import { blocked, notSent } from './not-sent.ts'
import { stepTokens } from './peer/step-tokens.ts'
import { speakerOf } from './speaker.ts'
import type { StepSetting } from './step-setting.ts'
import { isSessionLost } from './undelivered.ts'

/** Builds the request of a step, sends it as whoever speaks, and grades what came back. */
export async function sendStep(planned: PlannedStep, setting: StepSetting): Promise<StepReport> {
  const { run, state, lines } = setting
  const who = speakerOf(planned, setting)
  if (who.status === 'held') return notSent(planned, setting, who.decided)
  const rules = { dateShift: setting.dateShift, now: run.clock.now(), schemas: run.schemas.task(planned.task) }
  const tokens = stepTokens(planned, setting)
  const built = buildRequest(planned.step, { ...state.scope(), ...(tokens && { tokens }) }, rules)
  if (built.status === 'blocked') return notSent(planned, setting, blocked('unresolved_substitution', built.detail))
  const call = { task: planned.task, arguments: built.payload }
  const { parallel_dispatch: together } = planned.step
  if (together) {
    const sent = await dispatchTogether(call, together, who.speaker, setting)
    setting.peer?.answered()
    return gradeStep(planned, setting, { ...sent, changes: built.changes })
  }
  await run.pause()
  const line = await lines.as(who.speaker)
  const { exchange, alsoSent } = await followTask(await line.call(call), line, setting)
  setting.peer?.answered()
  if (isSessionLost(exchange)) lines.forget(who.speaker)
  return gradeStep(planned, setting, { replies: [exchange], alsoSent, changes: built.changes, line })
}
