import { describe, expect, it } from 'vitest'
import { scratchFolder } from '../../load/scratch-folder.fixture.ts'
import { said } from '../io.fixture.ts'

const config = `agent: https://a.example/mcp?key=hush-hush
auth:
  oauth: { client_id: me, client_secret_env: SECRET }
principals:
  seller: { basic: { username: me, password_file: pw } }
agents:
  sales: { url: "https://s.example", auth: { api_key: { header: X-Key, env: KEY }, headers_env: { X-T: T } } }
  open: { url: "https://o.example", auth: {} }
limits: { timeout: 7 }
`

async function printed(words: string, env: Record<string, string> = {}) {
  const folder = await scratchFolder({ 'c.yaml': config })
  const heard = await said(`config print ${words.replaceAll('FILE', `${folder}/c.yaml`)}`, env)
  return { ...heard, stdout: heard.stdout.replaceAll(`${folder}/c.yaml`, 'FILE') }
}

const env = { ADCP_AUTH_TOKEN: 'hush-hush', ADCP_GOV_COMPLY_DATES: 'as-written', SECRET: 'hush-hush' }

describe('config print', () => {
  it('shows each option, who said so, and no secret', async () => {
    const { code, stdout, stderr } = await printed('-- --config FILE --step-timeout 9 --auth hush-hush', env)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^configuration file: FILE\n\n/)
    expect(stdout).toMatch(/^--step-timeout +9 +flag$/m)
    expect(stdout).toMatch(/^--dates +as-written +ADCP_GOV_COMPLY_DATES$/m)
    expect(stdout).toMatch(/^--timeout +7 +FILE:9$/m)
    expect(stdout).toMatch(/^--run-timeout +600 +default$/m)
    expect(stdout).toMatch(/^--auth +\*\*\* +flag$/m)
    expect(stdout).toMatch(/^agent tested +https:\/\/a\.example\/mcp\?\*\*\* +FILE:1$/m)
    expect(stdout).toMatch(/^auth +oauth client, secret in the variable SECRET +FILE:2$/m)
    expect(stdout).toMatch(/^principals\.seller +basic, secret in the file pw +FILE:5$/m)
    expect(stdout).toMatch(/^agents\.sales\.auth +api key in X-Key, secret in the variable KEY; headers X-T +FILE:7$/m)
    expect(stdout).toMatch(/^agents\.open\.auth +no credentials +FILE:8$/m)
    expect(stdout).toMatch(/^token +\*\*\* +ADCP_AUTH_TOKEN$/m)
    expect(stdout).not.toContain('hush-hush')
  })

  it('gives programs the same', async () => {
    const { stdout } = await printed('--json -- https://b.example --config FILE', env)
    const { file, settings } = JSON.parse(stdout)
    expect(file).toBe('FILE')
    expect(settings).toContainEqual({ name: '--timeout', value: 7, from: 'FILE:9' })
    expect(settings).toContainEqual({ name: '--profile', value: null, from: 'default' })
    expect(settings).toContainEqual({ name: 'agent tested', value: 'https://b.example', from: 'flag' })
    expect(stdout).not.toContain('hush-hush')
  })

  it('works without a file', async () => {
    expect((await printed('')).stdout).toMatch(/^no configuration file\n\n/)
  })

  it.each([
    ['-- --timeout soon', "option '--timeout <seconds>' argument 'soon' is invalid."],
    ['-- --config no/such.yaml', 'adcp-gov-comply: no such file: no/such.yaml.\n'],
    ['-- --nonsense', "adcp-gov-comply: unknown option '--nonsense'"],
  ])('%s is refused', async (words, message) => {
    const { code, stdout, stderr } = await printed(words)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })
})
