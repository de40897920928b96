import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { WebhookDelivery } from '../../model/webhook.ts'
import { keyOf } from './webhook-key.ts'

/** What a webhook tells of a task that goes on may be told again under another key. */
const goingOn = new Set<Json | undefined>(['submitted', 'working', 'input-required'])

/** An event, and the different idempotency keys under which it came. */
export interface ToldEvent {
  readonly event: string
  readonly keys: readonly string[]
}

/**
 * The events that were told, by what they say became of the task: a task that is carried out twice tells its outcome twice,
 * while one task may rightly tell of its progress and then of its outcome.
 */
export function repeatedEvents(deliveries: readonly WebhookDelivery[]): readonly ToldEvent[] {
  const keys = new Map<string, Set<string>>()
  for (const delivery of deliveries) {
    const { notification_type: type, status } = isJsonObject(delivery.payload) ? delivery.payload : ({} as JsonObject)
    if (goingOn.has(status)) continue
    const event = [type, status].filter((part) => typeof part === 'string').join(' ') || 'webhook'
    keys.set(event, (keys.get(event) ?? new Set()).add(JSON.stringify(keyOf(delivery) ?? null)))
  }
  return [...keys].map(([event, told]) => ({ event, keys: [...told] }))
}

/** The deliveries that are tries of one event: they carry one key, or say the same but for key and time. */
export function triesOfOneEvent(deliveries: readonly WebhookDelivery[]): readonly (readonly WebhookDelivery[])[] {
  const groups: { names: Set<string>; tries: WebhookDelivery[] }[] = []
  for (const delivery of deliveries) {
    const names = [`key ${JSON.stringify(keyOf(delivery) ?? null)}`, `says ${contentOf(delivery)}`]
    const known = groups.find((group) => names.some((name) => group.names.has(name)))
    const group = known ?? { names: new Set<string>(), tries: [] }
    if (!known) groups.push(group)
    group.tries.push(delivery)
    for (const name of names) group.names.add(name)
  }
  return groups.map(({ tries }) => tries)
}

function contentOf({ payload, body }: WebhookDelivery): string {
  if (!isJsonObject(payload)) return body
  const { idempotency_key: _key, timestamp: _time, ...rest } = payload
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
}
