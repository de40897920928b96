import { type Command, InvalidArgumentError, Option } from 'commander'
import { UsageError } from '../errors.ts'
import { type PeerMode, publicPeerUrl } from '../peers/peer-hosting.ts'
import { certificateIn } from './certificate-file.ts'
import type { Io } from './io.ts'

/** How the governance agent is hosted that sellers are tested with. */
export interface PeerFlags {
  readonly publicUrl?: string
  readonly peerPort?: number
  readonly peerTls?: boolean
  readonly peerCa?: string
}

/** Adds the options that say how sellers reach the governance agent of a run. */
export function addPeerOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--public-url <address>',
        'https address that leads to --peer-port of this machine, for sellers elsewhere to reach the hosted governance agent',
      ),
    )
    .option('--peer-port <port>', 'where the hosted governance agent listens (default: any free port)', inPorts)
    .option('--peer-tls', 'it speaks https itself, with a certificate made here')
    .option(
      '--peer-ca <file>',
      'write that certificate here for the seller to trust, and its key beside it as <file>.key; both are used again while they last',
    )
}

/**
 * How a run hosts its governance agent; undefined when nothing was said. Makes and writes the certificate that is asked for.
 * @throws UsageError that names the flag
 */
export async function peerMode(flags: PeerFlags, io: Pick<Io, 'clock'>): Promise<PeerMode | undefined> {
  const { publicUrl, peerPort, peerTls, peerCa } = flags
  if (publicUrl === undefined && peerPort === undefined && !peerTls && peerCa === undefined) return undefined
  if (publicUrl !== undefined && peerPort === undefined)
    throw new UsageError('--public-url needs --peer-port, the port on this machine that the address leads to')
  if (peerCa !== undefined && !peerTls)
    throw new UsageError('--peer-ca writes the certificate of --peer-tls: give both')
  const url = publicUrl === undefined ? undefined : publicPeerUrl(publicUrl)
  const host = url === undefined ? '127.0.0.1' : new URL(url).hostname
  const tls = peerTls ? await certificateIn(peerCa, host, io.clock.now()) : undefined
  return {
    ...(url !== undefined && { publicUrl: url }),
    ...(peerPort !== undefined && { port: peerPort }),
    ...(tls && { tls }),
  }
}

function inPorts(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('It must be a port, from 0 (any free one) to 65535.')
}
