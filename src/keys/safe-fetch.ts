import type { Json } from '../model/json.ts'
import { safeSend } from './safe-send.ts'

/** Key sets and lists are a few kilobytes. */
const limits = { bytes: 64 * 1024, timeoutMs: 5_000 }

export interface Fetched {
  readonly status?: number
  /** JSON, or the text of a compact JWS. */
  readonly body?: Json
  /** Why there is no body. */
  readonly problem?: string
}

/** Gets a small JSON document under the rules of safeSend: 64 KiB and 5 s at most. `trust`: as there. Never rejects. */
export async function safeFetch(
  address: string,
  agentUrl: string,
  signal: AbortSignal,
  trust?: string,
): Promise<Fetched> {
  const reply = await safeSend({ url: address, limits, ...(trust !== undefined && { trust }) }, agentUrl, signal)
  if ('problem' in reply) return { problem: reply.problem }
  const { status, text, cut } = reply
  if (status !== 200) return { status, problem: `HTTP ${status}` }
  return cut ? { status, problem: `it is larger than ${limits.bytes} bytes` } : { status, ...parsed(text) }
}

function parsed(text: string): Pick<Fetched, 'body' | 'problem'> {
  if (/^\s*[\w-]+\.[\w-]+\.[\w-]+\s*$/.test(text)) return { body: text.trim() }
  try {
    return { body: JSON.parse(text) as Json }
  } catch {
    return { problem: 'it is no JSON' }
  }
}
