import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { rootCertificates } from 'node:tls'
import { type Pinned, resolvePublic } from './resolve-public.ts'

export interface SafeRequest {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** What stands in the request line instead of the path of `url`, exactly as it is. */
  readonly target?: string
  /** The operator of the run gave the address, nobody else. */
  readonly trusted?: true
  /** A certificate to trust beside the usual ones. PEM. */
  readonly trust?: string
  readonly limits: SafeLimits
}

export interface SafeLimits {
  /** Bytes of the answer's body. */
  readonly bytes: number
  readonly timeoutMs: number
}

/** An answer of whatever status; or why there is none. */
export type SafeReply =
  | {
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly text: string
      /** The body went on beyond the limit. */
      readonly cut: boolean
    }
  | {
      /** `refused`: the address was not asked; `timeout`, `failed`: it was, in vain. */
      readonly cause: 'refused' | 'timeout' | 'failed'
      readonly problem: string
    }

/**
 * Sends one request to an address that the agent may have chosen, so that it cannot make this machine ask its own network:
 * https only, at a public address that was looked up once, without redirects, within limits. Where the agent under test
 * lives itself is no secret place: its own origin is asked as it is. Never rejects.
 * Source: security, webhook URL validation (SSRF).
 */
export async function safeSend(request: SafeRequest, agentUrl: string, signal: AbortSignal): Promise<SafeReply> {
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined
  if (url === undefined) return refused('it is no URL')
  const limit = AbortSignal.any([signal, AbortSignal.timeout(request.limits.timeoutMs)])
  try {
    return await Promise.race([sendTo(url, request, agentUrl, limit), whenAborted(limit)])
  } catch (error) {
    if (limit.aborted) return { cause: 'timeout', problem: 'no answer in time' }
    return { cause: 'failed', problem: reasonOf(error) }
  }
}

async function sendTo(url: URL, request: SafeRequest, agentUrl: string, signal: AbortSignal): Promise<SafeReply> {
  if (request.trusted || url.origin === new URL(agentUrl).origin) return await exchange(url, request, signal)
  if (url.protocol !== 'https:') return refused('only https is asked')
  if (url.username !== '' || url.password !== '') return refused('an address with a password is not asked')
  const pinned = await resolvePublic(url.hostname)
  return 'problem' in pinned ? refused(pinned.problem) : await exchange(url, request, signal, pinned)
}

function refused(problem: string): SafeReply {
  return { cause: 'refused', problem }
}

function exchange(url: URL, request: SafeRequest, signal: AbortSignal, pinned?: Pinned): Promise<SafeReply> {
  const { method = 'GET', headers = {}, body, target, limits, trust } = request
  const options = {
    method,
    signal,
    agent: false,
    headers: { accept: 'application/json', 'accept-encoding': 'identity', ...headers },
    ...(target !== undefined && { path: target }),
    ...(pinned && { lookup: lookupOf(pinned) }),
    ...(trust !== undefined && { ca: [...rootCertificates, trust] }),
  }
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
      readReply(response, limits.bytes).then(resolve, reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function lookupOf({ address, family }: Pinned): LookupFunction {
  return (_host, options, done) => {
    if (options.all) done(null, [{ address, family }])
    else done(null, address, family)
  }
}

async function readReply(response: http.IncomingMessage, limit: number): Promise<SafeReply> {
  const headers = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')])
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > limit) break
  }
  const text = Buffer.concat(chunks).subarray(0, limit).toString('utf8')
  return { status: response.statusCode ?? 0, headers: Object.fromEntries(headers), text, cut: size > limit }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return code === undefined ? 'the connection failed' : `the connection failed (${code})`
}
