import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Json } from '../model/json.ts'
import { type Pinned, resolvePublic } from './resolve-public.ts'

/** Bytes; key sets and lists are a few kilobytes. */
const largest = 64 * 1024
const timeoutMs = 5_000

export interface Fetched {
  readonly status?: number
  /** JSON, or the text of a compact JWS. */
  readonly body?: Json
  /** Why there is no body. */
  readonly problem?: string
}

/**
 * Gets a small JSON document from an address that the agent may have chosen, so that it cannot make this machine ask
 * its own network: https only, at a public address that was looked up once, without redirects, 64 KiB and 5 s at most.
 * Where the agent under test lives itself is no secret place: its own origin is asked as it is. Never rejects.
 * Source: security, webhook URL validation (SSRF).
 */
export async function safeFetch(address: string, agentUrl: string, signal: AbortSignal): Promise<Fetched> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined) return { problem: 'it is no URL' }
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  try {
    return await Promise.race([fetchFrom(url, agentUrl, limit), whenAborted(limit)])
  } catch (error) {
    return { problem: limit.aborted ? 'no answer in time' : reasonOf(error) }
  }
}

async function fetchFrom(url: URL, agentUrl: string, signal: AbortSignal): Promise<Fetched> {
  if (url.origin === new URL(agentUrl).origin) return await get(url, signal)
  if (url.protocol !== 'https:') return { problem: 'only https is asked' }
  if (url.username !== '' || url.password !== '') return { problem: 'an address with a password is not asked' }
  const pinned = await resolvePublic(url.hostname)
  return 'problem' in pinned ? pinned : await get(url, signal, pinned)
}

function get(url: URL, signal: AbortSignal, pinned?: Pinned): Promise<Fetched> {
  const options = {
    signal,
    agent: false,
    headers: { accept: 'application/json', 'accept-encoding': 'identity' },
    ...(pinned && { lookup: lookupOf(pinned) }),
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).get(url, options, (response) => {
      readBody(response).then(resolve, reject)
    })
    request.on('error', reject)
  })
}

function lookupOf({ address, family }: Pinned): LookupFunction {
  return (_host, options, done) => {
    if (options.all) done(null, [{ address, family }])
    else done(null, address, family)
  }
}

async function readBody(response: http.IncomingMessage): Promise<Fetched> {
  const status = response.statusCode ?? 0
  if (status !== 200) {
    response.destroy()
    return { status, problem: `HTTP ${status}` }
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) return { status, problem: `it is larger than ${largest} bytes` }
    chunks.push(chunk)
  }
  return { status, ...parsed(Buffer.concat(chunks).toString('utf8')) }
}

function parsed(text: string): Pick<Fetched, 'body' | 'problem'> {
  if (/^\s*[\w-]+\.[\w-]+\.[\w-]+\s*$/.test(text)) return { body: text.trim() }
  try {
    return { body: JSON.parse(text) as Json }
  } catch {
    return { problem: 'it is no JSON' }
  }
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
