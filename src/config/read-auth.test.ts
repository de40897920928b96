import { describe, expect, it } from 'vitest'
import { loadConfig } from '../load/config.ts'
import { scratchFolder } from '../load/scratch-folder.fixture.ts'
import { readAuth } from './read-auth.ts'

const env = { TOKEN: 'hush', TENANT: 'acme', NAME: 'me' }

async function read(auth: string) {
  const folder = await scratchFolder({ 'c.yaml': `dates: shift\nauth: ${auth}\n`, 'secret.txt': ' from-file\n' })
  const file = await loadConfig(`${folder}/c.yaml`)
  return readAuth(file.value.auth ?? {}, ['auth'], file, env)
}

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`

describe('what a configuration file says of how to be let in', () => {
  it.each([
    ['{}', {}],
    ['{ bearer: { env: TOKEN } }', { token: 'hush' }],
    ['{ bearer: { file: secret.txt } }', { token: 'from-file' }],
    ['{ basic: { username: me, password_env: TOKEN } }', { token: basic('me:hush') }],
    ['{ basic: { username_env: NAME, password_file: secret.txt } }', { token: basic('me:from-file') }],
    ['{ api_key: { header: X-Key, env: TOKEN } }', { headers: { 'X-Key': 'hush' } }],
    ['{ bearer: { env: TOKEN }, headers_env: { X-T: TENANT } }', { token: 'hush', headers: { 'X-T': 'acme' } }],
    ['{ oauth: { client_id: me, client_secret_env: TOKEN } }', { oauth: { clientId: 'me', clientSecret: 'hush' } }],
    [
      '{ oauth: { client_id_env: NAME, client_secret_file: secret.txt, token_url: "https://as.example", scope: s, resource: r, audience: a, client_auth: post } }',
      {
        oauth: {
          clientId: 'me',
          clientSecret: 'from-file',
          tokenUrl: 'https://as.example',
          scope: 's',
          resource: ['r'],
          audience: 'a',
          clientAuth: 'post',
        },
      },
    ],
  ])('%s', async (auth, credentials) => {
    expect(await read(auth)).toEqual(credentials)
  })

  it.each([
    [
      '{ bearer: { env: NOPE } }',
      'c.yaml:2: auth.bearer.env names the environment variable NOPE, which is not set. Set it, or name another one',
    ],
    [
      '{ bearer: { env: TOKEN }, oauth: { client_id: a, client_secret_env: TOKEN } }',
      'c.yaml:2: auth names bearer and oauth; leave one of them',
    ],
    ['{ bearer: { file: no.txt } }', 'no.txt: there is no such file. Check the path'],
  ])('%s is refused at its place', async (auth, message) => {
    await expect(read(auth)).rejects.toThrow(message)
  })
})
