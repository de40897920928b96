import { fault } from './found.ts'
import { notApplicable, type PseudoTask } from './pseudo-task.ts'
import { signatureRule } from './webhook-signatures.ts'
import { gather, isToldInReply, mustBeSigned, toldInReply, watchFor } from './webhook-watch.ts'

const task = 'expect_webhook_signature_valid'

/** Waits for a webhook and verifies its signature (storyboard-schema, expect_webhook_signature_valid). */
export const expectWebhookSignatureValid: PseudoTask = {
  task,
  async perform(planned, setting) {
    const watch = watchFor(planned, setting)
    if ('kind' in watch) return watch
    const { probes } = setting.run
    if (!probes) return notApplicable('unsatisfied_contract', 'webhook_receiver_runner; this run cannot fetch keys')
    if (!mustBeSigned(watch))
      return notApplicable(
        'unsatisfied_contract',
        'the webhook was registered with another authentication than RFC 9421',
      )
    const seconds = watch.fields.seconds('timeout_seconds', 30)
    const gathered = await gather(watch, setting, seconds, (meant) => meant.length > 0)
    if ('kind' in gathered) return gathered
    const { all, meant } = gathered
    if (all.length === 0 && isToldInReply(watch)) return toldInReply()
    const found = meant.length === 0 ? nothingCame(all.length) : await signatureRule(task, meant, probes)
    return { kind: 'performed', found: [found], deliveries: all }
  },
}

function nothingCame(others: number) {
  return fault('no_webhook_received', {
    description: 'The webhook arrives in time',
    message: `no such webhook arrived in time; ${others} others came`,
    expected: 'a webhook',
    actual: null,
  })
}
