import type { Json } from '../../model/json.ts'
import type { CompiledSchema } from '../../model/schema-set.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import type { WebhookDelivery } from '../../model/webhook.ts'
import type { StepSetting } from '../step-setting.ts'
import { fault, held, unproven } from './found.ts'
import type { PseudoTask } from './pseudo-task.ts'
import { repeatedEvents } from './webhook-events.ts'
import { unmetBy } from './webhook-filter.ts'
import { keyProblem } from './webhook-key.ts'
import { gather, isToldInReply, toldInReply, type WebhookWatch, watchFor } from './webhook-watch.ts'

const task = 'expect_webhook'

/** Waits for a webhook and looks at its payload (storyboard-schema, expect_webhook). */
export const expectWebhook: PseudoTask = {
  task,
  async perform(planned, setting) {
    const watch = watchFor(planned, setting)
    if ('kind' in watch) return watch
    const { fields } = watch
    // Only the whole time shows that nothing comes twice.
    const most = fields.has('expect_max_deliveries_per_logical_event')
    const seconds = fields.seconds('timeout_seconds', 30)
    const gathered = await gather(watch, setting, seconds, most ? undefined : (meant) => meant.length > 0)
    if ('kind' in gathered) return gathered
    const { all, meant } = gathered
    if (all.length === 0 && isToldInReply(watch)) return toldInReply()
    const found = meant.length === 0 ? [nothingCame(watch, all)] : await graded(watch, meant, setting)
    return { kind: 'performed', found, deliveries: all }
  },
}

function nothingCame({ conditions }: WebhookWatch, all: readonly WebhookDelivery[]): ValidationResult {
  const [first] = all
  const unmet = first && unmetBy(first.payload, conditions)
  const others = unmet
    ? `${all.length} came, and none is meant: ${unmet.path} is not ${JSON.stringify(unmet.value)}`
    : 'none came to the address'
  return fault('no_webhook_received', {
    description: 'The webhook arrives in time',
    message: `no such webhook arrived in time: ${others}`,
    expected: Object.fromEntries(conditions.map(({ path, value }) => [path, value])),
    actual: all.slice(0, 5).map(({ payload, body }) => payload ?? body.slice(0, 200)),
  })
}

async function graded(
  { fields }: WebhookWatch,
  meant: readonly WebhookDelivery[],
  { run }: StepSetting,
): Promise<readonly ValidationResult[]> {
  const ref = fields.text('webhook_payload_schema_ref')
  const schema = ref === undefined ? undefined : await run.schemas.load(ref)
  const most = fields.has('expect_max_deliveries_per_logical_event')
    ? fields.count('expect_max_deliveries_per_logical_event', 1)
    : undefined
  return [
    held(task, 'The webhook arrives in time'),
    ...(fields.flag('expect_idempotency_key', true) ? [keyRule(meant)] : []),
    ...(ref === undefined ? [readable(meant)] : [schemaRule(ref, schema, meant)]),
    ...(most === undefined ? [] : [repeatRule(meant, most)]),
  ]
}

function keyRule(meant: readonly WebhookDelivery[]): ValidationResult {
  return (
    meant.map(keyProblem).find((problem) => problem !== undefined) ?? held(task, 'Each webhook has an idempotency_key')
  )
}

function readable(meant: readonly WebhookDelivery[]): ValidationResult {
  const description = 'The body of the webhook is JSON'
  const unread = meant.find(({ problem }) => problem !== undefined)
  if (!unread) return held(task, description)
  return fault('schema_violation', {
    description,
    message: unread.problem ?? '',
    expected: 'JSON',
    actual: unread.body.slice(0, 200),
  })
}

function schemaRule(
  ref: string,
  schema: CompiledSchema | undefined,
  meant: readonly WebhookDelivery[],
): ValidationResult {
  const description = `The webhook matches ${ref}`
  if (!schema) return unproven('schema_violation', description, 'authoring_defect', `there is no schema ${ref}`)
  for (const { payload, problem, body } of meant) {
    const errors = problem === undefined ? schema.validate(payload) : []
    const [first] = errors
    if (problem === undefined && first === undefined) continue
    return fault('schema_violation', {
      description,
      message: problem ?? `${first?.instancePath || '/'} ${first?.message}`,
      expected: schema.url,
      actual: payload ?? body.slice(0, 200),
      ...(first && { pointer: first.instancePath }),
    })
  }
  return held(task, description)
}

function repeatRule(meant: readonly WebhookDelivery[], most: number): ValidationResult {
  const description = `No event is told under more than ${most} ${most === 1 ? 'key' : 'keys'}`
  const repeated = repeatedEvents(meant).find(({ keys }) => keys.length > most)
  if (!repeated) return held(task, description)
  return fault('duplicate_webhook_on_replay', {
    description,
    message: `the event "${repeated.event}" came under ${repeated.keys.length} idempotency keys: the replay was carried out again`,
    expected: most,
    actual: repeated.keys as Json,
    pointer: '/idempotency_key',
  })
}
