import { AuthoringDefect } from '../../errors.ts'
import type { PlannedBoard } from '../../model/plan.ts'
import type { Step } from '../../model/storyboard.ts'
import type { WebhookReceiver } from '../../model/webhook.ts'
import { retryTrigger } from './retry-trigger.ts'
import { StepFields } from './step-fields.ts'

/** Before anything is sent: from the first delivery on, the receiver turns away what a later step wants to see tried again. */
export function armRetries({ source, steps }: PlannedBoard, receiver: WebhookReceiver | undefined): void {
  for (const { step, task, decided } of steps) {
    if (!receiver || decided || task !== 'expect_webhook_retry_keys_stable') continue
    const armed = readArmed(step)
    if (armed) receiver.failFirst(source.value.id, armed.from, armed.count, armed.status)
  }
}

/** What is wrong with the step is told when its turn comes. */
function readArmed(step: Step) {
  try {
    const from = new StepFields(step).text('triggered_by')
    return from === undefined ? undefined : { from, ...retryTrigger(step) }
  } catch (error) {
    if (error instanceof AuthoringDefect) return undefined
    throw error
  }
}
