import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { UsageError } from '../errors.ts'

export interface DownloadLimits {
  readonly bytes: number
  readonly milliseconds: number
}

export const downloadLimits: DownloadLimits = { bytes: 256 * 1024 * 1024, milliseconds: 120_000 }

const mostRedirects = 3
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** True for what is an address rather than a path. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source)
}

/**
 * Fetches an archive over https (over http from this very machine only) into a file. A redirect is followed on the same host; to another
 * host it is told, not followed.
 * @throws UsageError for anything that keeps it from being had whole
 */
export async function download(address: string, file: string, limits: DownloadLimits = downloadLimits): Promise<void> {
  const signal = AbortSignal.timeout(limits.milliseconds)
  try {
    const body = await openBody(new URL(address), signal, limits)
    await pipeline(Readable.fromWeb(body), capped(limits.bytes, address), createWriteStream(file), { signal })
  } catch (error) {
    if (error instanceof UsageError) throw error
    const why = signal.aborted ? `it took more than ${limits.milliseconds / 1000} s` : reasonOf(error)
    throw new UsageError(`${address} cannot be fetched: ${why}. Nothing was installed`)
  }
}

async function openBody(from: URL, signal: AbortSignal, { bytes }: DownloadLimits): Promise<ReadableStream> {
  let at = from
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    requireSafe(at)
    const response = await fetch(at, { redirect: 'manual', signal })
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel()
      at = sameHost(at, new URL(location, at))
      continue
    }
    if (!response.ok || !response.body)
      throw new UsageError(`${at.href} answers HTTP ${response.status}: nothing was installed`)
    if (Number(response.headers.get('content-length') ?? 0) > bytes) throw tooLarge(at.href, bytes)
    return response.body as ReadableStream
  }
  throw new UsageError(`${from.href} redirects more than ${mostRedirects} times: nothing was installed`)
}

function requireSafe({ protocol, hostname, href }: URL): void {
  if (protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))) return
  throw new UsageError(`${href} is not fetched: a bundle decides verdicts, so it must come over https`)
}

function sameHost(from: URL, to: URL): URL {
  if (to.host === from.host) return to
  throw new UsageError(`${from.href} redirects to another host, ${to.href}: give that address if you trust it`)
}

function capped(bytes: number, address: string): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen > bytes) done(tooLarge(address, bytes))
      else done(null, chunk)
    },
  })
}

function tooLarge(address: string, bytes: number): UsageError {
  const mib = Math.round(bytes / 1024 / 1024)
  return new UsageError(`${address} is larger than a bundle has reason to be (${mib} MiB): nothing was installed`)
}

/** fetch says "fetch failed" and keeps the reason behind it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
