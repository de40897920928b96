import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly form: Readonly<Record<string, string>>
}

export interface Site {
  readonly origin: string
  readonly asked: readonly Asked[]
}

type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }

/** A real HTTP server on a free port of 127.0.0.1; what has no answer is 404. A body that is no text is sent as JSON. */
export async function site(answer: (asked: Asked, origin: string) => Answer | undefined): Promise<Site> {
  const asked: Asked[] = []
  let origin = ''
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    const { method = '', url: path = '', headers } = request
    const one = { method, path, headers, form: Object.fromEntries(new URLSearchParams(body)) }
    asked.push(one)
    const { status = 200, headers: more, body: sent } = answer(one, origin) ?? { status: 404, body: {} }
    response.writeHead(status, { 'content-type': 'application/json', ...more })
    response.end(typeof sent === 'string' ? sent : JSON.stringify(sent))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, asked }
}

/** An address where nothing listens. */
export const nowhere = 'http://127.0.0.1:1'

export const never: AbortSignal = new AbortController().signal

/** What went wrong, in words. */
export async function problemOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => new Error('nothing was wrong'),
    (reason: unknown) => reason,
  )
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
