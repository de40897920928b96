import { type Site, site } from '../auth/authorization-server.fixture.ts'
import { testIo } from '../cli/io.fixture.ts'
import { serveReference } from '../cli/reference-agent.ts'

/** An agent that lets in whoever shows a token of the authorization server beside it. */
export async function agentBehindOAuth() {
  const tokens = new Map<string, string>()
  let made = 0
  const server = await site(({ form, headers }) => {
    if (!String(headers.authorization).startsWith('Basic ')) return { status: 401, body: { error: 'invalid_client' } }
    made += 1
    const token = `opaque-token-${made}-${form.scope}`
    tokens.set(token, form.scope ?? 'buyer')
    return { body: { access_token: token, expires_in: 3600 } }
  })
  const agent = await serveReference({ port: 0, bearerTokens: tokens }, testIo())
  return { url: agent.url, tokens, server, close: () => agent.close() }
}

/** A client of that server, for whoever acts as this principal. */
export function oauthClient(server: Site, as: string) {
  return { clientId: 'tester', clientSecret: 'very-secret-secret', tokenUrl: `${server.origin}/token`, scope: as }
}
