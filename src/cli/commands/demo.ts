import { principals } from '../../reference/staffed.ts'
import { introduction } from '../demo-introduction.ts'
import type { Io } from '../io.ts'
import { faultNamed, serveReference } from '../reference-agent.ts'
import { runAndReport } from '../run-and-report.ts'
import type { RunFlags } from '../run-flags.ts'
import { runOptions, versionOf } from '../run-settings.ts'
import { demoLoop } from './demo-loop.ts'
import { demoSeller } from './demo-seller.ts'
import { listCommand } from './list.ts'

export interface DemoFlags extends RunFlags {
  readonly fault?: string
  readonly listFaults?: boolean
}

/** Tests the reference agent, in this process, on a free port that only this machine can reach. */
export async function demoCommand(flags: DemoFlags, io: Io): Promise<number> {
  if (flags.listFaults) return listCommand('faults', flags, io)
  if (flags.role === 'seller') return demoSeller(flags, io)
  if (flags.role === 'loop') return demoLoop(flags, io)
  const fault = faultNamed(flags.fault)
  const tokens = new Map(['buyer', ...principals].map((name) => [name, io.ids.uuid()]))
  const bearerTokens = new Map([...tokens].map(([name, token]) => [token, name]))
  const adcpVersion = versionOf(flags.adcpVersion)
  const served = await serveReference({ port: 0, bearerTokens, adcpVersion, ...(fault && { fault }) }, io)
  try {
    if (!flags.quiet) io.stderr.write(await introduction('governance agent', fault, flags))
    const url = flags.protocol === 'a2a' ? served.a2aUrl : served.url
    const options = { ...runOptions(url, flags, credentialsOf(tokens), io), protocol: flags.protocol }
    return await runAndReport(options, flags, io)
  } finally {
    await served.close()
  }
}

function credentialsOf(tokens: ReadonlyMap<string, string>) {
  const token = (name: string) => ({ token: tokens.get(name) ?? '' })
  return { ...token('buyer'), principals: Object.fromEntries(principals.map((name) => [name, token(name)])) }
}
