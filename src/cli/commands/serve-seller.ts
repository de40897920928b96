import { certificateToTrust } from '../certificate-file.ts'
import { interruption } from '../interrupt.ts'
import type { Io } from '../io.ts'
import { sellerFaultNamed, serveReferenceSeller } from '../reference-seller.ts'
import { versionOf } from '../run-settings.ts'
import { portOf, type ServeFlags } from './serve.ts'

/** Serves the reference seller until a signal ends it; that is how it is meant to end. */
export async function serveSellerCommand(flags: ServeFlags, io: Io): Promise<number> {
  const { brandUrl, peerCa } = flags
  const fault = sellerFaultNamed(flags.fault)
  const adcpVersion = versionOf(flags.adcpVersion)
  const certificate = peerCa === undefined ? undefined : await certificateToTrust(peerCa, io.clock.now())
  const ended = interruption(io)
  const served = await serveReferenceSeller(
    {
      port: portOf(flags.port),
      host: flags.host,
      adcpVersion,
      // Without tokens everyone who calls is "anonymous".
      brands: new Map(brandUrl === undefined ? [] : [['anonymous', brandUrl]]),
      ...(certificate !== undefined && { certificate }),
      ...(fault && { fault }),
    },
    io,
  )
  io.stderr.write(`seller ${fault ? `with the fault ${fault.id}` : 'without a fault'}: ${served.url}\n`)
  if (brandUrl === undefined)
    io.stderr.write('It knows no brand.json of the buyer, and takes no token: give one with --brand-url.\n')
  io.stderr.write('Ctrl+C ends it.\n')
  await ended
  await served.close()
  return 0
}
