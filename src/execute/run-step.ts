import { AgentUnavailable, AuthoringDefect } from '../errors.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { StepReport } from '../model/run-report.ts'
import { peerTool } from '../select/peer-tasks.ts'
import { holdBack } from './hold-back.ts'
import { blocked, notSent } from './not-sent.ts'
import { askPeer } from './peer/ask-peer.ts'
import { setPeer } from './peer/set-peer.ts'
import { performStep } from './perform-step.ts'
import { findPseudoTask } from './pseudo/index.ts'
import { sendStep } from './send-step.ts'
import type { StepSetting } from './step-setting.ts'

/** Sends one step and grades the reply; or says why it was not sent. */
export async function runStep(planned: PlannedStep, setting: StepSetting): Promise<StepReport> {
  const held = planned.decided ?? holdBack(planned, setting)
  if (held) return notSent(planned, setting, held)
  try {
    await setPeer(planned, setting)
    setting.peer?.begin(planned.step.id)
    const { peer: host } = setting.run
    if (host && peerTool(planned.task) !== undefined) return await askPeer(planned, setting, host)
    const pseudo = findPseudoTask(planned.task)
    return pseudo
      ? performStep(planned, setting, await pseudo.perform(planned, setting))
      : await sendStep(planned, setting)
  } catch (error) {
    if (error instanceof AgentUnavailable)
      return notSent(planned, setting, blocked('no_reply', `the agent could not be reached any more: ${error.message}`))
    if (error instanceof AuthoringDefect) return notSent(planned, setting, blocked('authoring_defect', error.message))
    throw error
  }
}
