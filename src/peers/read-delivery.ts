import type { IncomingMessage } from 'node:http'
import type { Json } from '../model/json.ts'
import type { WebhookDelivery } from '../model/webhook.ts'

/** Bytes. */
const largestBody = 256 * 1024

export type ReadBody = Pick<WebhookDelivery, 'body' | 'payload' | 'problem'>

/** Reads the body of a delivery as text and JSON, as far as the limit; never rejects. */
export async function readDelivery(request: IncomingMessage): Promise<ReadBody> {
  return parsedBody(await readBytes(request))
}

/** All bytes of a body, or why there are none: it is too large, or broke off. Never rejects. */
export async function readBytes(request: IncomingMessage): Promise<Buffer | string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > largestBody) return `the body is larger than ${largestBody} bytes`
      chunks.push(chunk)
    }
  } catch {
    return 'the connection broke before the body was complete'
  }
  return Buffer.concat(chunks)
}

/** The text and JSON of what `readBytes` gave. */
export function parsedBody(bytes: Buffer | string): ReadBody {
  if (typeof bytes === 'string') return { body: '', problem: bytes }
  const body = textOf(bytes)
  if (body === undefined) return { body: bytes.toString('latin1'), problem: 'the body is not UTF-8' }
  try {
    return { body, payload: JSON.parse(body) as Json }
  } catch {
    return { body, problem: 'the body is no JSON' }
  }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** All headers, those that came twice joined: node would drop the second of some, and a signature may cover them. */
export function headersOf({ rawHeaders }: IncomingMessage): Readonly<Record<string, string>> {
  const headers = new Map<string, string>()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase()
    const value = rawHeaders[at + 1] ?? ''
    const earlier = headers.get(name)
    headers.set(name, earlier === undefined ? value : `${earlier}, ${value}`)
  }
  return Object.fromEntries(headers)
}
