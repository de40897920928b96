import { UsageError } from '../errors.ts'
import { chooseRelease, didYouMean, openSchemaSet } from '../load/index.ts'
import { shippedTestKits } from '../load/shipped-test-kits.ts'
import { adcpVersions } from '../model/adcp-version.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
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
}

/** Serves the governance agent that comes with this program, with a fault if one is given. */
export async function serveReference(
  { fault, adcpVersion = '3.0', ...served }: ReferenceOptions,
  io: Io,
): Promise<ServedAgent> {
  const bundles = bundlesFolder(io.env)
  const adcp = chooseRelease(adcpVersions[adcpVersion], bundles)
  const agent = createGovernanceAgent({
    clock: io.clock,
    ids: { next: (prefix) => `${prefix}_${io.ids.opaque()}` },
    keys: await generateGovernanceKeys('reference-1'),
    issuer: 'https://governance.reference.example/mcp',
    adcp,
    schemas: openSchemaSet(adcp.release, bundles),
    parts: fault ? fault.break(conformantParts) : conformantParts,
  })
  return serveGovernanceAgent({ ...served, agent: staffed(agent, await governanceKits()) })
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
