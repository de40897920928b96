import { equalJson } from '../../json/equal.ts'
import { parsePath, readPath } from '../../json/path.ts'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { WebhookDelivery } from '../../model/webhook.ts'

/** A value that the payload of a webhook must hold. */
export interface WebhookCondition {
  readonly path: string
  readonly value: Json
}

/**
 * What `filter` asks of a payload: the dotted paths under `body`, and the names beside it. `operation_id` beside `body` is about
 * the address that the webhook came to, not about the payload (storyboard-schema, expect_webhook).
 * @throws AuthoringDefect for what is no path
 */
export function conditionsOf(filter: JsonObject): readonly WebhookCondition[] {
  const { body, operation_id: _routing, ...beside } = filter
  const all = Object.entries({ ...beside, ...(isJsonObject(body) ? body : {}) })
  for (const [path] of all) parsePath(path)
  return all.map(([path, value]) => ({ path, value }))
}

/** The first condition that a payload does not meet. */
export function unmetBy(
  payload: Json | undefined,
  conditions: readonly WebhookCondition[],
): WebhookCondition | undefined {
  return conditions.find(({ path, value }) => {
    const actual = readPath(payload, path)
    return actual === undefined || !equalJson(actual, value)
  })
}

/** Whether a delivery is one that a step waits for. One that could not be read is: nobody else will say so. */
export function isMeant({ payload, problem }: WebhookDelivery, conditions: readonly WebhookCondition[]): boolean {
  return problem !== undefined || unmetBy(payload, conditions) === undefined
}
