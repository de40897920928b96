import { UsageError } from '../../errors.ts'
import { interruption } from '../interrupt.ts'
import type { Io } from '../io.ts'
import { faultNamed, serveReference } from '../reference-agent.ts'

export interface ServeFlags {
  readonly port: string
  readonly host: string
  readonly fault?: string
  /** Of the seller alone. */
  readonly brandUrl?: string
  readonly peerCa?: string
}

/** Serves the reference agent until a signal ends it; that is how it is meant to end. */
export async function serveCommand({ port, host, fault: id }: ServeFlags, io: Io): Promise<number> {
  const fault = faultNamed(id)
  const ended = interruption(io)
  const served = await serveReference({ port: portOf(port), host, ...(fault && { fault }) }, io)
  io.stderr.write(`governance agent ${fault ? `with the fault ${fault.id}` : 'without a fault'}: ${served.url}\n`)
  io.stderr.write(`over A2A: ${served.a2aUrl}\n`)
  io.stderr.write('Ctrl+C ends it.\n')
  await ended
  await served.close()
  return 0
}

/** @throws UsageError when it is no port */
export function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new UsageError(`--port ${text} is no port. Give a number from 0 to 65535; 0 takes a free one`)
}
