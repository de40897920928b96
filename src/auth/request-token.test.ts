import { describe, expect, it } from 'vitest'
import { never, nowhere, problemOf, site } from './authorization-server.fixture.ts'
import { requestToken } from './request-token.ts'

const client = { clientId: 'me & co', clientSecret: 's:e+cret%' }

async function answering(status: number, body: unknown, headers = {}) {
  const server = await site(() => ({ status, body, headers }))
  return { url: `${server.origin}/token`, server }
}

describe('a token is asked for', () => {
  it('by HTTP Basic, both parts form-encoded, unless something else is said', async () => {
    const { url, server } = await answering(200, { access_token: 't', token_type: 'bearer', expires_in: 60 })
    expect(await requestToken({ url }, client, never)).toEqual({ value: 't', expiresIn: 60 })
    const [asked] = server.asked
    const basic = Buffer.from(`${asked?.headers.authorization}`.replace('Basic ', ''), 'base64').toString()
    expect(basic).toBe('me+%26+co:s%3Ae%2Bcret%25')
    expect(asked).toMatchObject({ method: 'POST', path: '/token', form: { grant_type: 'client_credentials' } })
    expect(asked?.form).toEqual({ grant_type: 'client_credentials' })
  })

  it('with what was wished for', async () => {
    const { url, server } = await answering(200, { access_token: 't' })
    const wishes = { scope: 'a b', resource: ['https://a.example/mcp'], audience: 'x' }
    await requestToken({ url }, { ...client, ...wishes }, never)
    expect(server.asked[0]?.form).toMatchObject({ scope: 'a b', resource: 'https://a.example/mcp', audience: 'x' })
  })

  it.each([
    [{}, { clientAuth: 'post' as const }],
    [{ authMethods: ['client_secret_post', 'private_key_jwt'] }, {}],
  ])('in the body when told so: %o %o', async (endpoint, manner) => {
    const { url, server } = await answering(200, { access_token: 't' })
    await requestToken({ url, ...endpoint }, { ...client, ...manner }, never)
    expect(server.asked[0]?.form).toMatchObject({ client_id: 'me & co', client_secret: 's:e+cret%' })
    expect(server.asked[0]?.headers.authorization).toBeUndefined()
  })

  it('by HTTP Basic when the server takes both ways', async () => {
    const { url, server } = await answering(200, { access_token: 't' })
    await requestToken({ url, authMethods: ['client_secret_post', 'client_secret_basic'] }, client, never)
    expect(server.asked[0]?.form.client_secret).toBeUndefined()
  })
})

describe('an expiry', () => {
  it.each([
    ['3600', 3600],
    [0, undefined],
    [-5, undefined],
    ['soon', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('of %j is %j', async (expires_in, expiresIn) => {
    const { url } = await answering(200, { access_token: 't', expires_in })
    expect((await requestToken({ url }, client, never)).expiresIn).toBe(expiresIn)
  })
})

describe('an answer without a token is told with its remedy', () => {
  it.each<[number, unknown, string]>([
    [
      401,
      { error: 'invalid_client', error_description: 'who?\u001b[31m' },
      'answered 401 invalid_client (who?\\u001b[31m). Look at the client id and its secret, and at how they are sent (client_auth: basic or post)',
    ],
    [400, { error: 'invalid_scope' }, 'answered 400 invalid_scope. Ask for a scope that this client may have'],
    [400, { error: 'toString' }, 'answered 400 toString. Is this the address of a token endpoint'],
    [401, 'no', 'answered 401. Look at the client id'],
    [302, {}, 'answered 302. Redirects are not followed: give the final address'],
    [500, { error: 7 }, 'answered 500. Is this the address of a token endpoint, and is the authorization server well?'],
    [200, {}, 'gave no token: its answer holds no access_token. Is this the address of a token endpoint?'],
    [200, [], 'gave no token: its answer holds no access_token'],
    [200, '<html>', 'gave no token: its answer holds no access_token'],
    [200, { access_token: '' }, 'gave no token: its answer holds no access_token'],
    [200, { access_token: 'a\r\nb: c' }, 'gave no token: its answer holds no access_token'],
    [
      200,
      { access_token: 't', token_type: 'DPoP' },
      'gave no token: its token is of the type DPoP, and only Bearer can be sent',
    ],
    [200, { access_token: 't', more: 'x'.repeat(70_000) }, 'gave no token: its answer holds no access_token'],
  ])('%i %j', async (status, body, message) => {
    const { url } = await answering(status, body, { location: nowhere })
    const told = await problemOf(requestToken({ url }, client, never))
    expect(told).toContain(`NoToken: the token endpoint ${url} ${message}`)
    expect(told).not.toContain(client.clientSecret)
  })

  it('when nobody is there', async () => {
    expect(await problemOf(requestToken({ url: `${nowhere}/token` }, client, never))).toMatch(
      /^NoToken: the token endpoint http:\/\/127\.0\.0\.1:1\/token could not be reached( \(ECONNREFUSED\))?\. Is its address right, and is the authorization server running\?$/,
    )
  })

  it('when the run ends first', async () => {
    const { url } = await answering(200, { access_token: 't' })
    expect(await problemOf(requestToken({ url }, client, AbortSignal.abort()))).toContain('gave no answer in time')
  })
})
