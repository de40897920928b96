import { UsageError } from '../../errors.ts'
import { certificateFor } from '../../peers/governance-peer/certificate.ts'
import { introduction } from '../demo-introduction.ts'
import type { Io } from '../io.ts'
import { sellerFaultNamed, serveReferenceSeller } from '../reference-seller.ts'
import { runAndReport } from '../run-and-report.ts'
import { runOptions, versionOf } from '../run-settings.ts'
import type { DemoFlags } from './demo.ts'

/** Whom storyboards speak as, beside the buyer. */
const others = ['second_buyer']

/** Tests the reference seller, in this process, with a governance agent that both reach over https on this machine alone. */
export async function demoSeller(typed: DemoFlags, io: Io): Promise<number> {
  const flags = heldToAll(typed)
  if (flags.protocol === 'a2a') throw new UsageError('the seller of this program speaks MCP: leave out --protocol a2a')
  const fault = sellerFaultNamed(flags.fault)
  const tokens = new Map(['buyer', ...others].map((name) => [name, io.ids.uuid()]))
  const bearerTokens = new Map([...tokens].map(([name, token]) => [token, name]))
  const certificate = await certificateFor('127.0.0.1', io.clock.now())
  const brands = new Map<string, string>()
  const served = await serveReferenceSeller(
    {
      port: 0,
      brands,
      bearerTokens,
      certificate: certificate.cert,
      adcpVersion: versionOf(flags.adcpVersion),
      ...(fault && { fault }),
    },
    io,
  )
  try {
    if (!flags.quiet) io.stderr.write(await introduction('seller', fault, flags))
    const token = (name: string) => ({ token: tokens.get(name) ?? '' })
    const principals = Object.fromEntries(others.map((name) => [name, token(name)]))
    const options = runOptions(served.url, flags, { ...token('buyer'), principals }, io)
    const peer = { tls: certificate, ...(flags.peerPort !== undefined && { port: flags.peerPort }) }
    return await runAndReport(
      { ...options, peer, onPeer: ({ brandUrl }) => tell(brands, [...tokens.keys()], brandUrl) },
      flags,
      io,
    )
  } finally {
    await served.close()
  }
}

/** The demo has the credentials of everybody, so it can prove the whole profile. */
function heldToAll(flags: DemoFlags): DemoFlags {
  if (flags.profile !== undefined || flags.suite === 'official') return flags
  return { ...flags, profile: `governed-seller@${versionOf(flags.adcpVersion)}` }
}

/** The seller knows the brand of each buyer by the credential that it came with. */
function tell(brands: Map<string, string>, buyers: readonly string[], brandUrl: string): void {
  for (const buyer of buyers) brands.set(buyer, brandUrl)
}
