import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { credentialWarnings } from './credential-warnings.ts'
import { flagCredentials } from './credentials.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secret-'))
  await writeFile(join(folder, 'token'), '  from-file\n')
  await writeFile(join(folder, 'empty'), ' \n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const none = { headers: {}, principals: {} }

describe('credentials of the flags', () => {
  it('are none when nothing is given', async () => {
    expect(await flagCredentials({}, { ADCP_AUTH_TOKEN: 'not looked at here' })).toEqual(none)
  })

  it('are a token from a variable, a file or the command line', async () => {
    const env = { MINE: 'mine', PAIR: 'me:pa:ss' }
    expect(await flagCredentials({ authEnv: 'MINE' }, env)).toEqual({ ...none, login: { token: 'mine' } })
    const file = await flagCredentials({ authFile: join(folder, 'token') }, env)
    expect(file).toEqual({ ...none, login: { token: 'from-file' } })
    expect(await flagCredentials({ auth: 'typed' }, env)).toEqual({ ...none, login: { token: 'typed' } })
    const { login } = await flagCredentials({ basicEnv: 'PAIR' }, env)
    expect(login).toEqual({ token: `Basic ${Buffer.from('me:pa:ss').toString('base64')}` })
  })

  it('are an OAuth client', async () => {
    const flags = {
      oauthClientId: 'me',
      oauthClientSecretEnv: 'SECRET',
      oauthTokenUrl: 'https://as.example/token',
      oauthScope: 'a b',
      oauthResource: 'https://a.example/mcp',
      oauthAudience: 'x',
      oauthClientAuth: 'post' as const,
    }
    expect(await flagCredentials(flags, { SECRET: 'hush' })).toEqual({
      ...none,
      login: {
        oauth: {
          clientId: 'me',
          clientSecret: 'hush',
          tokenUrl: 'https://as.example/token',
          scope: 'a b',
          resource: ['https://a.example/mcp'],
          audience: 'x',
          clientAuth: 'post',
        },
      },
    })
    const fromFile = { oauthClientId: 'me', oauthClientSecretFile: join(folder, 'token') }
    expect((await flagCredentials(fromFile, {})).login).toEqual({
      oauth: { clientId: 'me', clientSecret: 'from-file' },
    })
  })

  it('of headers and principals come from variables', async () => {
    const flags = { headerEnv: ['X-Api-Key=KEY', 'X-Tenant=TENANT'], principal: ['seller=SELLER'] }
    expect(await flagCredentials(flags, { KEY: 'k', TENANT: 't', SELLER: 's' })).toEqual({
      headers: { 'X-Api-Key': 'k', 'X-Tenant': 't' },
      principals: { seller: { token: 's' } },
    })
  })

  it.each([
    [
      { authEnv: 'NOPE' },
      'the environment variable NOPE that --auth-env names is not set. Set it, or name another one',
    ],
    [
      { principal: ['seller=NOPE'] },
      'the environment variable NOPE that --principal names is not set. Set it, or name another one',
    ],
    [
      { headerEnv: ['Authorization: Bearer abc'] },
      '--header-env needs NAME=VARIABLE, the variable being one of the environment',
    ],
    [{ principal: ['=X'] }, '--principal needs NAME=VARIABLE, the variable being one of the environment'],
    [{ basicEnv: 'ONE' }, 'the environment variable ONE that --basic-env names must hold user:password'],
    [
      { authEnv: 'sk-live-abc' },
      '--auth-env must name an environment variable, and what it was given is no name of one',
    ],
    [{ oauthScope: 'x' }, 'the --oauth options need --oauth-client-id as well'],
    [{ oauthClientId: 'x' }, '--oauth-client-id needs --oauth-client-secret-env or --oauth-client-secret-file'],
    [
      { oauthClientId: 'x', oauthTokenUrl: 'https://me:hush@as.example/token' },
      '--oauth-token-url must be a whole URL without credentials in it, like https://auth.example/token',
    ],
  ])('%o is refused', async (flags, message) => {
    await expect(flagCredentials(flags, { ONE: 'only' })).rejects.toThrow(new UsageError(message))
  })

  it('from a file that cannot be read, or is empty, are refused', async () => {
    await expect(flagCredentials({ authFile: join(folder, 'no') }, {})).rejects.toThrow('there is no such file')
    await expect(flagCredentials({ authFile: folder }, {})).rejects.toThrow('it is a directory')
    await expect(flagCredentials({ authFile: join(folder, 'empty') }, {})).rejects.toThrow('is empty')
  })
})

describe('a warning', () => {
  const at = (url: string, credentials = {}) => [{ url, credentials }]
  const openly = 'the credential travels over plain http to a.example, where anyone on the way can read it; use https.'

  it.each([
    ['https://a.example', { token: 't' }],
    ['http://127.0.0.1:80', { token: 't' }],
    ['http://localhost', { headers: { x: 'y' } }],
    ['http://[::1]/', { token: 't' }],
    ['http://a.example', {}],
  ])('is not needed for %s with %o', (url, credentials) => {
    expect(credentialWarnings({}, at(url, credentials))).toEqual([])
  })

  it.each([{ token: 't' }, { headers: { x: 'y' } }, { principals: { seller: { token: 't' } } }])(
    'is given when %o goes over plain http',
    (credentials) => {
      expect(credentialWarnings({}, at('http://a.example/', credentials))).toEqual([openly])
    },
  )

  it('is given when the secret of an OAuth client does', () => {
    const oauth = { clientId: 'me', clientSecret: 'hush', tokenUrl: 'http://as.example/token' }
    expect(credentialWarnings({}, at('https://a.example/', { oauth }))).toEqual([
      "the OAuth client's secret travels over plain http to as.example, where anyone on the way can read it; use https.",
    ])
  })

  it('is given for a token on the command line', () => {
    expect(credentialWarnings({ auth: 't' }, [])).toEqual([
      '--auth puts the secret where other users of this machine can see it; use --auth-env or --auth-file.',
    ])
  })
})
