import { BlockList, isIP } from 'node:net'

/** Ranges of IPv4 that nobody reaches from outside (IANA special-purpose registry). */
const reserved4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const

/** Parts of the global IPv6 range that lead elsewhere: tunnels into IPv4, protocol assignments, documentation. */
const reserved6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed = new BlockList()
for (const [net, bits] of reserved4) closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of reserved6) closed.addSubnet(net, bits, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address is one of the public internet. False for names and for IPv6 that only wraps IPv4. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  return family === 6 && global6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** Names that mean this machine or this network, or nothing at all (RFC 2606, RFC 6761, RFC 6762). */
const reservedName = /(^|\.)(example|test|invalid|localhost|local|internal|home\.arpa|onion)\.?$/i

export function isReservedName(host: string): boolean {
  return reservedName.test(host)
}
