import type { Json } from '../../model/json.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import type { WebhookDelivery } from '../../model/webhook.ts'
import type { StepSetting } from '../step-setting.ts'
import { fault, held } from './found.ts'
import type { PseudoTask } from './pseudo-task.ts'
import { retryTrigger } from './retry-trigger.ts'
import { triesOfOneEvent } from './webhook-events.ts'
import { isWellFormed, keyOf, keyProblem } from './webhook-key.ts'
import { signatureRule } from './webhook-signatures.ts'
import { gather, isToldInReply, mustBeSigned, toldInReply, type WebhookWatch, watchFor } from './webhook-watch.ts'

const task = 'expect_webhook_retry_keys_stable'

/**
 * The receiver has answered the first deliveries with an error (arm-retries): all tries of one event must carry one key, and
 * each try a signature of its own (storyboard-schema, expect_webhook_retry_keys_stable).
 */
export const expectWebhookRetryKeysStable: PseudoTask = {
  task,
  async perform(planned, setting) {
    const watch = watchFor(planned, setting)
    if ('kind' in watch) return watch
    const { count } = retryTrigger(planned.step)
    const seconds = watch.fields.seconds('timeout_seconds', 90)
    const gathered = await gather(watch, setting, seconds, (meant) => mostTries(meant).length > count)
    if ('kind' in gathered) return gathered
    const { all, meant } = gathered
    if (all.length === 0 && isToldInReply(watch)) return toldInReply()
    return { kind: 'performed', found: await graded(watch, meant, setting), deliveries: all }
  },
}

function mostTries(meant: readonly WebhookDelivery[]): readonly WebhookDelivery[] {
  return triesOfOneEvent(meant).reduce((most, tries) => (tries.length > most.length ? tries : most), [])
}

async function graded(
  watch: WebhookWatch,
  meant: readonly WebhookDelivery[],
  { run }: StepSetting,
): Promise<readonly ValidationResult[]> {
  const { fields } = watch
  const tries = mostTries(meant)
  const least = fields.count('expect_min_deliveries', 2)
  if (tries.length < least) return [tooFew(tries, least, meant.length)]
  const signed = fields.flag('verify_signature_on_every_delivery', true) && mustBeSigned(watch)
  return [
    held(task, `The sender tries at least ${least} times`),
    keyRule(triesOfOneEvent(meant)),
    ...(signed && run.probes ? [await signatureRule(task, meant, run.probes)] : []),
  ]
}

function tooFew(tries: readonly WebhookDelivery[], least: number, came: number): ValidationResult {
  return fault('insufficient_retries', {
    description: `The sender tries at least ${least} times`,
    message: `one event came ${tries.length} times, of ${came} deliveries: a sender must try again when it is answered with an error`,
    expected: least,
    actual: tries.length,
  })
}

function keyRule(events: readonly (readonly WebhookDelivery[])[]): ValidationResult {
  for (const tries of events) {
    const [first, ...later] = tries
    const wrong = first && later.find((one) => keyOf(one) !== keyOf(first))
    const problem = tries.map(keyProblem).find((one) => one !== undefined)
    if (wrong) return changed(tries, isWellFormed(keyOf(first)) !== isWellFormed(keyOf(wrong)))
    if (problem) return problem
  }
  return held(task, 'All tries of an event carry one idempotency_key')
}

function changed(tries: readonly WebhookDelivery[], inForm: boolean): ValidationResult {
  const keys = tries.map((one) => keyOf(one) ?? null)
  return fault(inForm ? 'idempotency_key_format_changed' : 'idempotency_key_rotated', {
    description: 'All tries of an event carry one idempotency_key',
    message: inForm
      ? 'a later try carries an idempotency_key of another form'
      : 'the idempotency_key changes between the tries of one event',
    expected: keys[0] ?? null,
    actual: keys as Json,
    pointer: '/idempotency_key',
  })
}
