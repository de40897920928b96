const agentCard = /\/\.well-known\/agent(-card)?\.json$/i
const transportPath = /\/(mcp|a2a|sse)$/i

/** An address as RFC 3986 compares it: host in lower case, no default port, no trailing slash; paths keep their case. */
export function canonicalUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url ? `${url.protocol}//${url.host}${withoutSlashes(url.pathname)}${url.search}` : text
}

/** The address by which references name an agent: without the path of its transport or of its agent card. */
export function canonicalAgentUrl(text: string): string {
  const [address = ''] = canonicalUrl(text).split('?')
  return withoutSlashes(address.replace(agentCard, '').replace(transportPath, ''))
}

function withoutSlashes(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}
