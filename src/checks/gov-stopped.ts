import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import { failedAt } from './failed.ts'
import { peerCalls } from './peer-calls.ts'

interface Params {
  /** The step from which on delivery was denied. */
  readonly since: string
  /** The id of the media buy. */
  readonly media_buy: string
}

const text = { type: 'string', minLength: 1 } as const
/** The statuses in which nothing is delivered. */
const still: readonly Json[] = ['paused', 'canceled', 'completed', 'rejected']

export const govStopped: Check<'gov_stopped', Params> = {
  kind: 'gov_stopped',
  summary:
    'A media buy delivers no more, where a report of its delivery came to the hosted governance agent and was denied.',
  params: { type: 'object', required: ['since', 'media_buy'], properties: { since: text, media_buy: text } },
  evaluate({ since, media_buy }, evidence) {
    const reports = peerCalls({ since }, evidence).filter((one) => one.arguments.phase === 'delivery')
    if (reports.length === 0)
      return { status: 'not_applicable', note: 'no report of delivery came to the hosted governance agent' }
    const buys = readPath(evidence.payload, 'media_buys')
    const listed = (Array.isArray(buys) ? (buys as readonly Json[]) : []).filter(isJsonObject)
    const at = listed.findIndex(({ media_buy_id }) => media_buy_id === media_buy)
    const { media_buy_status, status = media_buy_status } = listed[at] ?? {}
    if (status !== undefined && still.includes(status)) return { status: 'passed' }
    const path = at < 0 ? 'media_buys' : `media_buys[${at}].status`
    return failedAt(path, evidence, 'delivery was denied, and the media buy has not stopped', still, status)
  },
}
