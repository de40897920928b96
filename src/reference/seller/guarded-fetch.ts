import type { IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { createSecureContext, type SecureContext } from 'node:tls'
import { isLoopback } from '../../keys/loopback.ts'
import { resolvePublic } from '../../keys/resolve-public.ts'
import { OutOfReach } from './outbound.ts'

export interface GuardOptions {
  /** A certificate to be trusted beside the usual ones. PEM. */
  readonly certificate?: string
  /** Whether addresses of this machine are asked. */
  readonly loopback: boolean
  /** Where connections are kept; none is when it is absent. */
  readonly agent?: https.Agent
}

/** Bytes of an answer; decisions and key sets are a few kilobytes. */
const largest = 256 * 1024

/**
 * Sends a request to an address that somebody else has chosen: by https only, to a public address that was looked up
 * once, and no redirect is followed (security, webhook URL validation). The whole answer is read before it is given.
 * @throws OutOfReach when the address must not be asked, or the answer is too large
 */
export async function guardedFetch(url: URL, init: RequestInit = {}, options: GuardOptions): Promise<Response> {
  if (url.protocol !== 'https:' || url.username !== '') throw new OutOfReach('only https is asked')
  const pinned = options.loopback && isLoopback(url.href) ? undefined : await resolvePublic(url.hostname)
  if (pinned && 'problem' in pinned) throw new OutOfReach(pinned.problem)
  const lookup: LookupFunction | undefined =
    pinned && ((_host, asked, done) => (asked.all ? done(null, [pinned]) : done(null, pinned.address, pinned.family)))
  return await send(url, init, {
    agent: options.agent ?? false,
    ...(options.certificate !== undefined && { secureContext: contextFor(options.certificate) }),
    ...(lookup && { lookup }),
  })
}

/** The certificate as Node wants it; made once, as that takes some milliseconds. */
function contextFor(certificate: string): SecureContext {
  const known = contexts.get(certificate)
  if (known) return known
  const made = createSecureContext({ ca: certificate })
  contexts.set(certificate, made)
  return made
}

const contexts = new Map<string, SecureContext>()

function send(url: URL, init: RequestInit, how: https.RequestOptions): Promise<Response> {
  const headers = Object.fromEntries(new Headers(init.headers))
  const signal = init.signal ?? undefined
  const request = { ...how, method: init.method ?? 'GET', headers, ...(signal && { signal }) }
  return new Promise((resolve, reject) => {
    const sent = https.request(url, request, (answer) => responseOf(answer).then(resolve, reject))
    sent.on('error', reject)
    sent.end(typeof init.body === 'string' ? init.body : undefined)
  })
}

async function responseOf(answer: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) throw new OutOfReach('the answer is too large')
    chunks.push(chunk)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, [value ?? ''].flat().join(', '))
  const status = answer.statusCode ?? 0
  const hasBody = status >= 200 && status !== 204 && status !== 304
  return new Response(hasBody ? Buffer.concat(chunks) : null, { status, headers })
}
