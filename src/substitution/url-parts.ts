/** An address taken apart as text: a URL parser would encode and drop the very characters that matter here. */
export interface UrlParts {
  readonly scheme: string
  readonly host: string
  readonly path: readonly string[]
  readonly query: readonly QueryPair[]
  readonly fragment: string
}

export interface QueryPair {
  readonly key: string
  readonly value: string
}

/** Undefined for what is no absolute address with a host; a relative one is read against an address that exists nowhere. */
export function urlParts(address: string): UrlParts | undefined {
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(address)
    ? address
    : `https://observer.test/${address.replace(/^\/+/, '')}`
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(absolute)
  if (!parts) return undefined
  const [, scheme = '', host = '', path = '', query, fragment = ''] = parts
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    path: path.split('/').slice(1),
    query: query === undefined ? [] : query.split('&').map(pairOf),
    fragment,
  }
}

function pairOf(text: string): QueryPair {
  const at = text.indexOf('=')
  return at < 0 ? { key: text, value: '' } : { key: text.slice(0, at), value: text.slice(at + 1) }
}
