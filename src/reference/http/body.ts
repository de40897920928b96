import type { IncomingMessage } from 'node:http'

/** Bytes; a request to a governance agent is a few kilobytes. */
const limit = 1024 * 1024

export type Body = { readonly json: unknown } | { readonly status: 400 | 413; readonly problem: string }

/** The JSON of a request, never more than 1 MiB of it. */
export async function readJson(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  // Stopping must not break the connection: the refusal has still to be sent over it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length
    if (size > limit) return { status: 413, problem: `A request is at most ${limit} bytes.` }
    chunks.push(chunk as Buffer)
  }
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { status: 400, problem: 'The request is not JSON.' }
  }
}
