import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configIn, loadConfig } from './config.ts'
import { packageRoot } from './package-root.ts'
import { messageOf, scratchFile, scratchFolder } from './scratch-folder.fixture.ts'

async function problemIn(text: string): Promise<string> {
  const file = await scratchFile(text)
  return messageOf(loadConfig(file), file)
}

describe('a configuration file', () => {
  it('holds what a run is to do, and names where secrets are', async () => {
    const file = await scratchFile(`
agent: https://a.example/mcp
protocol: mcp
auth:
  oauth: { client_id: me, client_secret_env: SECRET, token_url: https://as.example/token, resource: [https://a.example/mcp] }
  headers_env: { X-Tenant: TENANT }
principals:
  seller: { bearer: { env: SELLER } }
  second_buyer: { basic: { username: me, password_file: secret.txt } }
agents:
  sales: { url: https://s.example/mcp, auth: { api_key: { header: X-Api-Key, env: KEY } } }
  open: { url: https://o.example/mcp, auth: {} }
default_agent: sales
profile: governance-agent@3.0
adcp_version: "3.0"
dates: shift
limits: { timeout: 30, run_timeout: 600, delay: 0 }
webhook: { url: https://me.example, port: 8080 }
reporters: { json: out.json }
`)
    expect((await loadConfig(file)).value).toMatchObject({ agent: 'https://a.example/mcp', limits: { delay: 0 } })
  })

  it('is looked for by its name', async () => {
    const folder = await scratchFolder({ 'adcp-gov-comply.yaml': 'dates: shift\n' })
    expect(configIn(folder)).toBe(`${folder}/adcp-gov-comply.yaml`)
    expect(configIn(await scratchFolder({}))).toBeUndefined()
  })

  it.each([
    ['', '1:1  the file is empty; write the configuration into it'],
    ['- a', '1:1  the configuration must be a mapping of keys to values, not a list'],
    ['agnet: x', '1:1  the configuration has no key "agnet" in this format'],
    ['dates: shif', '1:1  dates is "shif", which is not one of "shift", "as-written"; did you mean "shift"?'],
    ['limits: { timeout: 0 }', '1:11  limits.timeout is 0, which must be > 0'],
    ['agents: { a: { protocol: mcp } }', '1:11  agents.a needs "url"'],
    ['auth: { bearer: {} }', '1:9  auth.bearer needs "env" or "file"'],
    ['auth: { basic: { password_env: X } }', '1:9  auth.basic needs "username" or "username_env"'],
    ['auth: { oauth: { client_id: x } }', '1:9  auth.oauth needs "client_secret_env" or "client_secret_file"'],
    [
      'auth: { oauth: { client_id: x, client_secret_env: Y, token_url: nowhere } }',
      '1:54  auth.oauth.token_url is "nowhere", which is not an address like https://seller.example/mcp',
    ],
  ])('%j is refused', async (text, message) => {
    expect(await problemIn(text)).toBe(message)
  })

  it('that is not there is told so', async () => {
    await expect(loadConfig('no/such.yaml')).rejects.toThrow('no such file: no/such.yaml')
  })
})

describe('a secret in a configuration file', () => {
  const misnamed = (path: string) => `${path} must name an environment variable, and this is no name of one`
  const plain = (path: string, remedy: string) =>
    `${path} holds a secret, and this file is no place for it: put it into an environment variable and write ${remedy}`

  it.each([
    ['auth: hush-hush', plain('auth', 'bearer: { env: NAME }')],
    ['auth: { token: hush-hush }', plain('auth.token', 'bearer: { env: NAME }')],
    ['auth: { bearer: hush-hush }', plain('auth.bearer', 'bearer: { env: NAME }')],
    ['auth: { basic: { username: me, password: hush-hush } }', plain('auth.basic.password', 'password_env: NAME')],
    ['auth: { api_key: { header: X, value: 12345678 } }', plain('auth.api_key.value', 'env: NAME')],
    ['principals: { seller: hush-hush }', plain('principals.seller', 'bearer: { env: NAME }')],
    [
      'agents: { a: { url: x, auth: { oauth: { client_secret: hush-hush } } } }',
      plain('agents.a.auth.oauth.client_secret', 'client_secret_env: NAME'),
    ],
    ['auth: { bearer: { env: hush-hush } }', misnamed('auth.bearer.env')],
    ['auth: { headers_env: { X-Key: "hush hush" } }', misnamed('auth.headers_env.X-Key')],
    [
      'agents: { a: { principals: { b: { oauth: { client_id_env: "hush hush" } } } } }',
      misnamed('agents.a.principals.b.oauth.client_id_env'),
    ],
  ])('%j is refused without being repeated', async (text, message) => {
    const told = await problemIn(text)
    expect(told).toMatch(/^1:\d+ {2}/)
    expect(told.replace(/^1:\d+ {2}/, '')).toBe(message)
    expect(told).not.toMatch(/hush.hush|12345678/)
  })

  it('is not seen where there is none', async () => {
    for (const text of ['auth: {}', 'auth: { headers_env: 7 }', 'agents: 7', 'principals: [a]'])
      expect(await problemIn(text)).not.toContain('secret')
  })
})

it('the examples in the documentation are configuration files', async () => {
  const text = await readFile(join(packageRoot(), 'docs', 'configuration.md'), 'utf8')
  const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example = '']) => example)
  expect(examples.length).toBe(2)
  for (const example of examples) await expect(loadConfig(await scratchFile(example))).resolves.toBeDefined()
})
