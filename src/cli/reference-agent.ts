import { UsageError } from '../errors.ts'
import { chooseRelease, didYouMean, openSchemaSet } from '../load/index.ts'
import { shippedTestKits } from '../load/shipped-test-kits.ts'
import { adcpVersions } from '../model/adcp-version.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import type { Certificate } from '../peers/governance-peer/certificate.ts'
import { type Fault, faults } from '../reference/faults/index.ts'
import { createGovernanceAgent } from '../reference/governance-agent/agent.ts'
import { conformantParts } from '../reference/governance-agent/parts.ts'
import { type ServedAgent, serveGovernanceAgent } from '../reference/serve.ts'
import { staffed } from '../reference/staffed.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { bundlesFolder } from './bundles-folder.ts'
import type { Io } from './io.ts'

export interface ReferenceOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly host?: string
  readonly fault?: Fault
  /** The version it speaks; 3.0 when absent. */
  readonly adcpVersion?: keyof typeof adcpVersions
  /** Who each bearer token belongs to; without it everyone is let in. */
  readonly bearerTokens?: ReadonlyMap<string, string>
  /** Speaks https with it, and issues its tokens under its own address, so that sellers can register it and verify them. */
  readonly certificate?: Certificate
}

/** Serves the governance agent that comes with this program, with a fault if one is given. */
export async function serveReference(
  { fault, adcpVersion = '3.0', ...served }: ReferenceOptions,
  io: Io,
): Promise<ServedAgent> {
  const bundles = bundlesFolder(io.env)
  const adcp = chooseRelease(adcpVersions[adcpVersion], bundles)
  const keys = await generateGovernanceKeys('reference-1')
  const kits = await governanceKits()
  const agentAt = (url: string) =>
    createGovernanceAgent({
      clock: io.clock,
      ids: { next: (prefix) => `${prefix}_${io.ids.opaque()}` },
      keys,
      issuer: served.certificate ? url : 'https://governance.reference.example/mcp',
      adcp,
      schemas: openSchemaSet(adcp.release, bundles),
      parts: fault ? fault.break(conformantParts) : conformantParts,
    })
  return serveGovernanceAgent({ ...served, agent: (url) => staffed(agentAt(url), kits) })
}

/** The sandbox of the reference agent is that of the kits that come with it. */
async function governanceKits(): Promise<readonly JsonObject[]> {
  return (await shippedTestKits()).map(({ value }) => value.governance).filter(isJsonObject)
}

/**
 * The fault of this name; undefined when none is named.
 * @throws UsageError with the nearest names
 */
export function faultNamed(id: string | undefined): Fault | undefined {
  if (id === undefined) return undefined
  const found: Fault | undefined = faults.find((fault) => fault.id === id)
  if (found) return found
  const ids = faults.map((fault) => fault.id)
  throw new UsageError(`no fault "${id}"${didYouMean(id, ids)}; "demo --list-faults" shows all`)
}
