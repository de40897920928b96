import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { bad, type Finding, ok } from './finding.ts'
import { withinTime } from './within-time.ts'

/** Name servers answer at once or not at all, in milliseconds. */
const patienceMs = 10_000
const shown = 4

/** Whether the host of a URL has an address. Never rejects. */
export async function examineHostName({ hostname }: URL, signal: AbortSignal): Promise<Finding> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host)) return ok('host name', `${host} is an address; nothing has to be looked up`)
  try {
    const found = await withinTime(lookup(host, { all: true }), patienceMs, signal)
    return ok('host name', `${host} is ${inWords(found.map(({ address }) => address))}`)
  } catch (error) {
    return bad('host name', `${host} ${reasonOf(error)}`, 'Look for a typing error, or at the network of this machine.')
  }
}

function inWords(addresses: readonly string[]): string {
  const more = addresses.length - shown
  return addresses.slice(0, shown).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOTFOUND') return 'has no address (ENOTFOUND)'
  return `could not be looked up (${typeof code === 'string' ? code : 'no answer in time'})`
}
