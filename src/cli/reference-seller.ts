import { UsageError } from '../errors.ts'
import { chooseRelease, didYouMean, openSchemaSet } from '../load/index.ts'
import { adcpVersions } from '../model/adcp-version.ts'
import { httpOutbound } from '../reference/seller/http-outbound.ts'
import { conformantSeller } from '../reference/seller/parts.ts'
import { createSeller, type Seller } from '../reference/seller/seller.ts'
import { type ServedSeller, serveSeller } from '../reference/seller/serve-seller.ts'
import { type SellerFault, sellerFaults } from '../reference/seller-faults/index.ts'
import { bundlesFolder } from './bundles-folder.ts'
import type { Io } from './io.ts'

export interface SellerOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly host?: string
  readonly fault?: SellerFault
  /** The version it speaks; 3.0 when absent. */
  readonly adcpVersion?: keyof typeof adcpVersions
  /** Where the brand.json of each buyer stands, by principal. */
  readonly brands: ReadonlyMap<string, string>
  /** A certificate to trust beside the usual ones. PEM. */
  readonly certificate?: string
  /** Who each bearer token belongs to; without it everyone is let in. */
  readonly bearerTokens?: ReadonlyMap<string, string>
}

/** Milliseconds that it gives a governance agent for one answer. */
const patience = 1_000

/**
 * Serves the seller that comes with this program, with a fault if one is given. It speaks MCP.
 * @throws UsageError when the schemas of the version are not here, or the port cannot be had
 */
export async function serveReferenceSeller(options: SellerOptions, io: Io): Promise<ServedSeller> {
  const { fault, adcpVersion = '3.0', brands, certificate, ...served } = options
  const bundles = bundlesFolder(io.env)
  const adcp = chooseRelease(adcpVersions[adcpVersion], bundles)
  const schemas = openSchemaSet(adcp.release, bundles)
  let seller: Seller | undefined
  const address = await serveSeller({
    ...served,
    // Tokens must name its address, which is known once it listens.
    seller: { handle: async (...call) => (seller ? seller.handle(...call) : { payload: {}, isError: true }) },
  })
  seller = createSeller({
    clock: io.clock,
    ids: { next: (prefix) => `${prefix}_${io.ids.opaque()}` },
    url: address.url,
    adcp,
    schemas,
    parts: fault ? fault.break(conformantSeller) : conformantSeller,
    brands,
    outbound: httpOutbound({
      loopback: true,
      timeoutMs: patience,
      ...(certificate !== undefined && { certificate }),
    }),
  })
  return address
}

/**
 * The fault of this name; undefined when none is named.
 * @throws UsageError with the nearest names
 */
export function sellerFaultNamed(id: string | undefined): SellerFault | undefined {
  if (id === undefined) return undefined
  const found = sellerFaults.find((fault) => fault.id === id)
  if (found) return found
  const ids = sellerFaults.map((fault) => fault.id)
  throw new UsageError(`no fault "${id}" of sellers${didYouMean(id, ids)}; "list faults" shows all`)
}
