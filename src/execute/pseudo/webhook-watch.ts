import { readPath } from '../../json/path.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import type { PlannedStep } from '../../model/plan.ts'
import type { WebhookDelivery, WebhookPlace, WebhookReceiver } from '../../model/webhook.ts'
import { substitute } from '../../request/substitute.ts'
import type { StepSetting } from '../step-setting.ts'
import { stopReason } from '../stop-reason.ts'
import { blockedBy, notApplicable, type Performed } from './pseudo-task.ts'
import { StepFields } from './step-fields.ts'
import { conditionsOf, isMeant, type WebhookCondition } from './webhook-filter.ts'

/** What a step that waits for webhooks looks at. */
export interface WebhookWatch {
  readonly fields: StepFields
  readonly receiver: WebhookReceiver
  readonly place: WebhookPlace
  readonly conditions: readonly WebhookCondition[]
  /** The call that made the agent send them, when the storyboard names it. */
  readonly trigger: Exchange | undefined
}

/** Prepares a step for waiting; or says why it cannot wait. @throws AuthoringDefect */
export function watchFor({ step }: PlannedStep, { run, state }: StepSetting): WebhookWatch | Performed {
  const receiver = run.webhooks
  if (!receiver)
    return notApplicable('unsatisfied_contract', 'webhook_receiver_runner; this run hosts no webhook receiver')
  const fields = new StepFields(step)
  const { value, unresolved } = substitute(fields.object('filter'), state.scope())
  const [missing] = unresolved
  if (missing) return blockedBy('unresolved_substitution', `${missing.token} has no value: ${missing.why}`)
  const storyboard = state.board.source.value.id
  const source = fields.text('triggered_by')
  const trigger = source === undefined ? undefined : state.earlier(source)
  const barred = source === undefined ? undefined : barredBy(source, trigger)
  if (barred) return barred
  const ownAddress = source !== undefined && receiver.gaveOut(storyboard, source)
  const place = ownAddress ? { storyboard, step: source } : { storyboard }
  return { fields, receiver, place, conditions: conditionsOf(value as typeof step & { [key: string]: Json }), trigger }
}

function barredBy(source: string, trigger: Exchange | undefined): Performed | undefined {
  if (trigger === undefined)
    return blockedBy('prerequisite_failed', `the step ${source}, which sets it off, was not sent`)
  if (trigger.request.transport === 'a2a')
    return blockedBy('unsupported', 'this release does not read the push notifications of A2A agents')
  const { reply } = trigger
  if (reply.kind === 'task' && reply.error === undefined) return undefined
  return blockedBy('prerequisite_failed', `the step ${source}, which sets it off, was not answered with a result`)
}

/** Waits until enough of the webhooks that are meant have come; the whole time when there is no saying what is enough. */
export async function gather(
  watch: WebhookWatch,
  { run }: StepSetting,
  seconds: number,
  enough: ((meant: readonly WebhookDelivery[]) => boolean) | undefined,
): Promise<{ all: readonly WebhookDelivery[]; meant: readonly WebhookDelivery[] } | Performed> {
  const meantOf = (all: readonly WebhookDelivery[]) => all.filter((one) => isMeant(one, watch.conditions))
  const isEnough = (all: readonly WebhookDelivery[]) => enough?.(meantOf(all)) ?? false
  const all = await watch.receiver.wait(watch.place, isEnough, seconds * 1000, run.signal)
  if (run.signal.aborted && !isEnough(all)) return blockedBy(...stopReason(run.signal))
  return { all, meant: meantOf(all) }
}

/**
 * A task that was finished in its reply is told by no webhook: they tell what becomes of a task that was not
 * (webhook_emission, trigger_webhook_operation). True when the address was given for the outcome of such a task.
 */
export function isToldInReply({ trigger, receiver, place }: WebhookWatch): boolean {
  if (trigger?.reply.kind !== 'task' || trigger.reply.interim !== undefined || place.step === undefined) return false
  const given = readPath(trigger.request.payload, 'push_notification_config.url')
  return given === receiver.addressFor(place.storyboard, place.step).url
}

/** Whether the sender must sign by RFC 9421: the registration asks for no other authentication. */
export function mustBeSigned({ trigger }: WebhookWatch): boolean {
  return readPath(trigger?.request.payload, 'push_notification_config.authentication') === undefined
}

export function toldInReply(): Performed {
  return notApplicable(
    'not_applicable',
    'the call that should set it off was finished in its reply, so no webhook is due',
  )
}
