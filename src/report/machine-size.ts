import type { Json, JsonObject } from '../model/json.ts'

/** Replies may be as long as the agent likes; a report must stay a file that tools can open. In bytes of JSON text. */
export const replyLimit = 256 * 1024
/** For what is repeated beside each failed validation; the whole stands once, at the step. */
export const copyLimit = 16 * 1024

/** The value, or, when its JSON text is longer than `limit` bytes, the start of that text and a note of what was left out. */
export function cutJson(value: Json, limit: number): Json {
  const text = JSON.stringify(value)
  const bytes = Buffer.byteLength(text)
  return bytes <= limit ? value : start(text, bytes, limit)
}

/** The same for words. */
export function cutText(text: string, limit = 4096): string {
  const left = text.length - limit
  return left <= 0 ? text : `${text.slice(0, limit)}… (${left} more characters)`
}

/** Members that are undefined are absent. */
export function members(all: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(all).filter((member): member is [string, Json] => member[1] !== undefined))
}

function start(text: string, bytes: number, limit: number): JsonObject {
  const kept = Buffer.from(text).subarray(0, limit).toString('utf8').replace(/�+$/, '')
  const keptBytes = Buffer.byteLength(kept)
  return {
    start: kept,
    cut: {
      bytes,
      kept_bytes: keptBytes,
      note: `only the start of the JSON text is shown; ${bytes - keptBytes} bytes were left out`,
    },
  }
}
