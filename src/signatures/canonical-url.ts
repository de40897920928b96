import { isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'

/** The two derived components that depend on the address, in their one canonical spelling. */
export type CanonicalUrl = { readonly targetUri: string; readonly authority: string } | { readonly malformed: string }

/**
 * The canonical spelling of an address, worked on as text: a URL parser would fold and decode more than the profile allows.
 * The query stays byte for byte, the fragment is not sent. Source: security, @target-uri canonicalization, steps 1 to 8.
 */
export function canonicalUrl(address: string): CanonicalUrl {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i.exec(address)
  if (!parts) return { malformed: 'it is no absolute URL' }
  const [, scheme = '', authorityPart = '', path = '', query = ''] = parts
  const lowerScheme = scheme.toLowerCase()
  const authority = canonicalAuthority(authorityPart, lowerScheme)
  if (typeof authority !== 'string') return authority
  const canonicalPath = normalPercents(withoutDots(path === '' ? '/' : path))
  return { targetUri: `${lowerScheme}://${authority}${canonicalPath}${query}`, authority }
}

/** A host name must be in its ASCII form on the wire; a verifier does not convert it. */
export function hasAsciiHost(address: string): boolean {
  const authority = /^[^:]*:\/\/([^/?#]*)/.exec(address)?.[1] ?? ''
  return [...authority].every((character) => character.charCodeAt(0) < 0x80)
}

function canonicalAuthority(text: string, scheme: string): string | { malformed: string } {
  const parts = /^(\[[^\]]*\]|[^:[\]]*)(?::(\d*))?$/.exec(text.slice(text.lastIndexOf('@') + 1))
  if (!parts) return { malformed: 'its host is neither a name nor an IPv6 address in brackets' }
  const [, host = '', port = ''] = parts
  const canonicalHost = host.startsWith('[') ? ipv6(host) : domainToASCII(host)
  if (canonicalHost === '') return { malformed: 'it has no valid host' }
  return port === '' || port === defaultPorts[scheme] ? canonicalHost : `${canonicalHost}:${port}`
}

const defaultPorts: Readonly<Record<string, string>> = { https: '443', http: '80' }

/** A zone identifier means nothing outside the host that signed. */
function ipv6(host: string): string {
  const address = host.slice(1, -1)
  return isIPv6(address) && !address.includes('%') ? host.toLowerCase() : ''
}

/** RFC 3986, 5.2.4; slashes in a row stay. */
function withoutDots(path: string): string {
  const kept: string[] = []
  const segments = path.split('/').slice(1)
  for (const [at, segment] of segments.entries()) {
    const isLast = at === segments.length - 1
    if (segment === '..') kept.pop()
    else if (segment !== '.') kept.push(segment)
    if (isLast && (segment === '.' || segment === '..')) kept.push('')
  }
  return `/${kept.join('/')}`
}

/** Escapes of unreserved characters are undone, the others get capital digits. */
function normalPercents(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : triplet.toUpperCase()
  })
}
