import { AuthoringDefect } from '../../errors.ts'
import type { PlannedStep } from '../../model/plan.ts'
import { substitute } from '../../request/substitute.ts'
import type { StepSetting } from '../step-setting.ts'
import { peerOrder } from './peer-words.ts'

/** Tells the hosted governance agent what it does from this step on. @throws AuthoringDefect when that cannot be read */
export async function setPeer({ step }: PlannedStep, { run, state }: StepSetting): Promise<void> {
  const { peer: host } = run
  if (step.peer === undefined || host === undefined) return
  const { value, unresolved } = substitute(step.peer, state.scope())
  const [missing] = unresolved
  if (missing) throw new AuthoringDefect(`peer: ${missing.token} has no value: ${missing.why}`)
  const { answers, publish } = peerOrder(value)
  if (publish) host.peer.publish(publish)
  if (answers) await host.peer.script(...answers)
}
