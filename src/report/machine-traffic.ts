import type { Exchange } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { PeerCallReport } from '../model/peer-request.ts'
import type { StepReport } from '../model/run-report.ts'
import type { WebhookDelivery } from '../model/webhook.ts'
import { requestRecord, responseRecord } from './machine-exchange.ts'
import { copyLimit, cutJson, cutText, members } from './machine-size.ts'

/** What went to and fro beside the exchange of a step; of long lists the start, and how many are left out. */
export function trafficRecord({
  alsoSent,
  deliveries,
  peerCalls,
}: StepReport): Record<string, JsonObject | JsonObject[] | undefined> {
  return {
    also_sent: alsoSent?.slice(0, longestList).map(exchangeRecord),
    deliveries: deliveries?.slice(0, longestList).map(deliveryRecord),
    peer_calls: peerCalls?.slice(0, longestList).map(peerCallRecord),
    left_out: leftOut({
      also_sent: alsoSent?.length,
      deliveries: deliveries?.length,
      peer_calls: peerCalls?.length,
    }),
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

/** A request of the seller to the governance agent that the run hosts. */
function peerCallRecord(call: PeerCallReport): JsonObject {
  return members({
    at: call.at,
    method: call.method,
    path: cutText(call.path),
    plain: call.plain,
    presented: call.presented,
    tool: call.tool === undefined ? undefined : cutText(call.tool),
    arguments: call.arguments && cutJson(call.arguments, copyLimit),
    governance_context_hash: call.governanceContextHash,
    body: call.body === undefined ? undefined : cutText(call.body),
    problem: call.problem,
    before_answer: call.beforeAnswer,
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
