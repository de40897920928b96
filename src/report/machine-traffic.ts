import type { Exchange } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { StepReport } from '../model/run-report.ts'
import type { WebhookDelivery } from '../model/webhook.ts'
import { requestRecord, responseRecord } from './machine-exchange.ts'
import { copyLimit, cutJson, cutText, members } from './machine-size.ts'

/** What went to and fro beside the exchange of a step; of long lists the start, and how many are left out. */
export function trafficRecord({
  alsoSent,
  deliveries,
}: StepReport): Record<string, JsonObject | JsonObject[] | undefined> {
  return {
    also_sent: alsoSent?.slice(0, longestList).map(exchangeRecord),
    deliveries: deliveries?.slice(0, longestList).map(deliveryRecord),
    left_out: leftOut({ also_sent: alsoSent?.length, deliveries: deliveries?.length }),
  }
}

const longestList = 50

function exchangeRecord(exchange: Exchange): JsonObject {
  return { request: requestRecord(exchange, copyLimit), response: responseRecord(exchange, copyLimit) }
}

function deliveryRecord(delivery: WebhookDelivery): JsonObject {
  const { receivedAt, method, url, headers, body, payload, answered, problem } = delivery
  const shown = Object.entries(headers).filter(([name]) => allowlist.has(name))
  return members({
    received_at: receivedAt,
    method,
    url: cutText(url),
    headers: Object.fromEntries(shown.map(([name, value]) => [name, cutText(value)])),
    payload: cutJson(payload ?? body, copyLimit),
    answered,
    problem,
  })
}

/** What it takes to verify a signed webhook; other headers may carry credentials. */
const allowlist = new Set(['content-type', 'content-length', 'content-digest', 'signature', 'signature-input'])

function leftOut(lengths: Readonly<Record<string, number | undefined>>): JsonObject | undefined {
  const counts = Object.entries(lengths).flatMap(([name, length = 0]) =>
    length > longestList ? [[name, length - longestList] as const] : [],
  )
  return counts.length === 0 ? undefined : Object.fromEntries(counts)
}
