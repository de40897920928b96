import type { IncomingMessage } from 'node:http'

/** Who asks, by the bearer token; undefined when tokens are needed and this is none of them. */
export function principalOf(request: IncomingMessage, tokens?: ReadonlyMap<string, string>): string | undefined {
  if (tokens === undefined) return 'anonymous'
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && token !== undefined ? tokens.get(token) : undefined
}
