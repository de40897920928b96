import type { RunReport } from '../model/run-report.ts'
import type { Certificate } from '../peers/governance-peer/certificate.ts'
import { httpOutbound } from '../reference/seller/http-outbound.ts'
import type { SellerParts } from '../reference/seller/parts.ts'
import { createSeller, type Seller } from '../reference/seller/seller.ts'
import { serveSeller } from '../reference/seller/serve-seller.ts'
import { agentConnection } from '../run/connection.ts'
import { defaultLimits } from '../run/options.ts'
import { type Prepared, runPrepared } from '../run/run-prepared.ts'

/** Everyone that storyboards for sellers speak as. */
const principals = ['buyer', 'second_buyer'] as const
const clock = { now: Date.now }
/** Milliseconds that a seller of ours waits for a governance agent on this machine, and that silence lasts. */
const patience = 750

/**
 * Runs whatever is prepared against a reference seller made of these parts, over the network of this machine: the seller has
 * to reach the governance agent of the run, which is hosted with this certificate.
 */
export async function runSeller(parts: SellerParts, prepared: Prepared, certificate: Certificate): Promise<RunReport> {
  const brands = new Map<string, string>()
  const tokens = new Map(principals.map((name) => [name, crypto.randomUUID()]))
  const bearerTokens = new Map([...tokens].map(([name, token]) => [token, name]))
  const seller = lazily()
  const served = await serveSeller({ port: 0, seller, withheld: parts.withheld, bearerTokens })
  seller.become(sellerAt(served.url, { parts, prepared, certificate, brands }))
  try {
    const token = (name: (typeof principals)[number]) => ({ token: tokens.get(name) ?? '' })
    const credentials = { ...token('buyer'), principals: { second_buyer: token('second_buyer') } }
    const connection = agentConnection({ url: served.url, protocol: 'mcp', credentials, limits: defaultLimits, clock })
    return await runPrepared(connection, prepared, {
      dates: 'shift',
      limits: defaultLimits,
      clock,
      ids: { uuid: () => crypto.randomUUID(), opaque: () => crypto.randomUUID() },
      peer: { tls: certificate },
      onPeer: ({ brandUrl }) => {
        for (const name of principals) brands.set(name, brandUrl)
      },
    })
  } finally {
    await served.close()
  }
}

interface Setting {
  readonly parts: SellerParts
  readonly prepared: Prepared
  readonly certificate: Certificate
  readonly brands: ReadonlyMap<string, string>
}

function sellerAt(url: string, { parts, prepared, certificate, brands }: Setting): Seller {
  let made = 0
  return createSeller({
    clock: { now: Date.now, sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)) },
    ids: { next: (prefix) => `${prefix}_${++made}` },
    url,
    adcp: prepared.adcp,
    schemas: prepared.schemas,
    parts,
    brands,
    outbound: httpOutbound({ certificate: certificate.cert, loopback: true, timeoutMs: patience }),
  })
}

/** A seller that is known once its address is. */
function lazily(): Pick<Seller, 'handle'> & { become(seller: Seller): void } {
  let known: Seller | undefined
  return {
    become(seller) {
      known = seller
    },
    async handle(task, args, principal) {
      if (known === undefined) throw new Error('the seller was called before it was there')
      return await known.handle(task, args, principal)
    },
  }
}
