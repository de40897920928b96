import { describe, expect, it } from 'vitest'
import { never, problemOf, site } from './authorization-server.fixture.ts'
import { discoverTokenEndpoint } from './discover.ts'

type Documents = (origin: string) => Readonly<Record<string, unknown>>

/** A site that is agent and authorization server at once, with these documents. */
async function serving(documents: Documents, challenge?: (origin: string) => string) {
  return site(({ path }, origin) => {
    const body = documents(origin)[path]
    if (body !== undefined) return { body }
    if (path !== '/mcp') return undefined
    return { status: 401, headers: { 'www-authenticate': challenge?.(origin) ?? 'Bearer' }, body: {} }
  })
}

const resourcePath = '/.well-known/oauth-protected-resource'
const serverPath = '/.well-known/oauth-authorization-server'

const resource = (origin: string, more = {}) => ({
  resource: `${origin}/mcp`,
  authorization_servers: [`${origin}/as`],
  ...more,
})
const server = (origin: string, more = {}) => ({ issuer: `${origin}/as`, token_endpoint: `${origin}/token`, ...more })

describe('the token endpoint is found', () => {
  it.each<[string, Documents]>([
    [
      'beside the path of the agent',
      (o) => ({ [`${resourcePath}/mcp`]: resource(o), [`${serverPath}/as`]: server(o) }),
    ],
    ['for the whole site', (o) => ({ [resourcePath]: resource(o, { resource: o }), [`${serverPath}/as`]: server(o) })],
    [
      'by OpenID Connect discovery',
      (o) => ({ [resourcePath]: resource(o), '/as/.well-known/openid-configuration': server(o) }),
    ],
    [
      'by an issuer with a slash at its end',
      (o) => ({
        [resourcePath]: resource(o, { authorization_servers: [`${o}/`] }),
        [serverPath]: server(o, { issuer: o }),
      }),
    ],
  ])('%s', async (_, documents) => {
    const { origin } = await serving(documents)
    expect(await discoverTokenEndpoint(`${origin}/mcp`, never)).toEqual({ url: `${origin}/token` })
  })

  it('where the challenge of the agent says, before anywhere else', async () => {
    const { origin } = await serving(
      (o) => ({
        '/elsewhere': resource(o),
        [resourcePath]: resource(o, { authorization_servers: ['https://wrong.example'] }),
        [`${serverPath}/as`]: server(o, { token_endpoint_auth_methods_supported: ['client_secret_post', 7] }),
      }),
      (o) => `Bearer error="x", resource_metadata="${o}/elsewhere"`,
    )
    expect(await discoverTokenEndpoint(`${origin}/mcp`, never)).toEqual({
      url: `${origin}/token`,
      authMethods: ['client_secret_post'],
    })
  })
})

describe('what is found is not believed', () => {
  it.each<[string, Documents, string]>([
    [
      'of another resource',
      (o) => ({ [resourcePath]: resource(o, { resource: 'https://bank.example/mcp' }) }),
      'cannot be trusted: it speaks of https://bank.example/mcp',
    ],
    [
      'of a neighbour',
      (o) => ({ [resourcePath]: resource(o, { resource: `${o}/mc` }) }),
      'cannot be trusted: it speaks of ',
    ],
    ['of nobody', (o) => ({ [resourcePath]: resource(o, { resource: 7 }) }), 'cannot be trusted: it names no resource'],
    [
      'of an issuer that is another one',
      (o) => ({ [resourcePath]: resource(o), [`${serverPath}/as`]: server(o, { issuer: 'https://x.example' }) }),
      'cannot be trusted: its issuer is "https://x.example", not ',
    ],
    [
      'without a server',
      (o) => ({ [resourcePath]: resource(o, { authorization_servers: [] }) }),
      'the protected resource metadata name no authorization server',
    ],
    [
      'with a server that is no address',
      (o) => ({ [resourcePath]: resource(o, { authorization_servers: [null, 'x'] }) }),
      'name no authorization server',
    ],
    [
      'without an endpoint',
      (o) => ({ [resourcePath]: resource(o), [`${serverPath}/as`]: server(o, { token_endpoint: null }) }),
      'the authorization server names no token endpoint',
    ],
    [
      'with an endpoint in the open',
      (o) => ({
        [resourcePath]: resource(o),
        [`${serverPath}/as`]: server(o, { token_endpoint: 'http://as.example/token' }),
      }),
      'is not asked: only https is asked',
    ],
    [
      'with an endpoint in our network',
      (o) => ({
        [resourcePath]: resource(o),
        [`${serverPath}/as`]: server(o, { token_endpoint: 'https://10.0.0.1/token' }),
      }),
      'is not asked: the address is not a public one',
    ],
    [
      'with a server in our network',
      (o) => ({ [resourcePath]: resource(o, { authorization_servers: ['https://169.254.169.254/as'] }) }),
      'no token endpoint was found (https://169.254.169.254/.well-known/oauth-authorization-server/as: the address is not a public one; ',
    ],
    ['that is not there', () => ({}), `no token endpoint was found (`],
    ['that is no object', () => ({ [resourcePath]: [] }), `${resourcePath}: it is no JSON object`],
  ])('%s', async (_, documents, message) => {
    const { origin } = await serving(documents)
    const told = await problemOf(discoverTokenEndpoint(`${origin}/mcp`, never))
    expect(told).toContain(message)
    expect(told).toContain(
      'Give the address of the token endpoint: token_url in the configuration, or --oauth-token-url',
    )
  })
})
