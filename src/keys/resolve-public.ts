import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublicAddress, isReservedName } from './public-address.ts'

/** The address that a connection is held to. */
export interface Pinned {
  readonly address: string
  readonly family: 4 | 6
}

/**
 * The public address of a host, asked for once: whoever connects must use it, so that a second answer of the name
 * server cannot lead elsewhere. Any address of the host that is not public turns all of it down.
 */
export async function resolvePublic(hostname: string): Promise<Pinned | { readonly problem: string }> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isReservedName(host)) return { problem: 'the name is reserved and leads nowhere' }
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await addressesOf(host)
  const [first] = found
  if (first === undefined) return { problem: 'the name cannot be resolved' }
  if (!found.every(({ address }) => isPublicAddress(address))) return { problem: 'the address is not a public one' }
  return { address: first.address, family: first.family === 6 ? 6 : 4 }
}

async function addressesOf(host: string) {
  try {
    return await lookup(host, { all: true })
  } catch {
    return []
  }
}
