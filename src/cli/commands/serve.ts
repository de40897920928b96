import { UsageError } from '../../errors.ts'
import type { Certificate } from '../../peers/governance-peer/certificate.ts'
import { certificateIn } from '../certificate-file.ts'
import { interruption } from '../interrupt.ts'
import type { Io } from '../io.ts'
import { faultNamed, serveReference } from '../reference-agent.ts'
import { versionOf } from '../run-settings.ts'

export interface ServeFlags {
  readonly port: string
  readonly host: string
  /** The version that it speaks. */
  readonly adcpVersion: string
  readonly fault?: string
  /** Of the governance agent alone. */
  readonly tls?: boolean
  readonly caFile?: string
  /** Of the seller alone. */
  readonly brandUrl?: string
  readonly peerCa?: string
}

/** Serves the reference agent until a signal ends it; that is how it is meant to end. */
export async function serveCommand(flags: ServeFlags, io: Io): Promise<number> {
  const { host } = flags
  const fault = faultNamed(flags.fault)
  const adcpVersion = versionOf(flags.adcpVersion)
  const certificate = await certificateOf(flags, io)
  const ended = interruption(io)
  const served = await serveReference(
    { port: portOf(flags.port), host, adcpVersion, ...(fault && { fault }), ...(certificate && { certificate }) },
    io,
  )
  io.stderr.write(`governance agent ${fault ? `with the fault ${fault.id}` : 'without a fault'}: ${served.url}\n`)
  io.stderr.write(`over A2A: ${served.a2aUrl}\n`)
  if (certificate) io.stderr.write(`brand.json for sellers: ${new URL('/.well-known/brand.json', served.url).href}\n`)
  io.stderr.write('Ctrl+C ends it.\n')
  await ended
  await served.close()
  return 0
}

/** @throws UsageError when a file is named and https is not asked for */
async function certificateOf({ tls, caFile, host }: ServeFlags, io: Io): Promise<Certificate | undefined> {
  if (caFile !== undefined && !tls) throw new UsageError('--ca-file writes the certificate of --tls: give both')
  return tls ? await certificateIn(caFile, host, io.clock.now()) : undefined
}

/** @throws UsageError when it is no port */
export function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new UsageError(`--port ${text} is no port. Give a number from 0 to 65535; 0 takes a free one`)
}
