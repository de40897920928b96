import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { credentialWarnings, readCredentials } from './credentials.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secret-'))
  await writeFile(join(folder, 'token'), '  from-file\n')
  await writeFile(join(folder, 'empty'), ' \n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const none = { headers: {}, principals: {} }

describe('credentials', () => {
  it('are none when nothing is given', async () => {
    expect(await readCredentials({}, {})).toEqual(none)
    expect(await readCredentials({}, { ADCP_AUTH_TOKEN: '' })).toEqual(none)
  })

  it('come from ADCP_AUTH_TOKEN unless a flag says otherwise', async () => {
    const env = { ADCP_AUTH_TOKEN: 'default', MINE: 'mine' }
    expect(await readCredentials({}, env)).toEqual({ ...none, token: 'default' })
    expect(await readCredentials({ authEnv: 'MINE' }, env)).toEqual({ ...none, token: 'mine' })
    expect(await readCredentials({ authFile: join(folder, 'token') }, env)).toEqual({ ...none, token: 'from-file' })
    expect(await readCredentials({ auth: 'typed' }, env)).toEqual({ ...none, token: 'typed' })
  })

  it('of headers and principals come from variables', async () => {
    const flags = { headerEnv: ['X-Api-Key=KEY', 'X-Tenant=TENANT'], principal: ['seller=SELLER'] }
    expect(await readCredentials(flags, { KEY: 'k', TENANT: 't', SELLER: 's' })).toEqual({
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
    [{ principal: ['seller'] }, '--principal needs NAME=VARIABLE, the variable being one of the environment'],
  ])('are refused without repeating a secret: %j', async (flags, message) => {
    await expect(readCredentials(flags, {})).rejects.toEqual(new UsageError(message))
  })

  it('are refused from a file that is not there, is empty or is a directory', async () => {
    const from = (name: string) => readCredentials({ authFile: join(folder, name) }, {})
    await expect(from('absent')).rejects.toThrow(
      `cannot read ${join(folder, 'absent')}: there is no such file. Check the path`,
    )
    await expect(from('empty')).rejects.toThrow('is empty. Write the token into it')
    await expect(from('.')).rejects.toThrow('it is a directory. Name the file in it')
  })
})

describe('warnings about credentials', () => {
  const overHttp =
    'the credential travels over plain http to agent.example, where anyone on the way can read it; use https.'

  it.each<[string, Parameters<typeof credentialWarnings>[1], readonly string[]]>([
    ['http://agent.example/mcp', { token: 'x' }, [overHttp]],
    ['http://agent.example/mcp', { headers: { a: 'b' } }, [overHttp]],
    ['http://agent.example/mcp', {}, []],
    ['https://agent.example/mcp', { token: 'x' }, []],
    ['http://localhost:3000/mcp', { token: 'x' }, []],
    ['http://127.0.0.1:3000/mcp', { token: 'x' }, []],
    ['http://[::1]:3000/mcp', { token: 'x' }, []],
    ['http://127.evil.example/mcp', { token: 'x' }, [overHttp.replace('agent.example', '127.evil.example')]],
  ])('for %s with %j', (url, credentials, warnings) => {
    expect(credentialWarnings({}, credentials, url)).toEqual(warnings)
  })

  it('for a secret on the command line', () => {
    expect(credentialWarnings({ auth: 'x' }, { token: 'x' }, 'https://a/')).toEqual([
      '--auth puts the secret where other users of this machine can see it; use --auth-env or --auth-file.',
    ])
  })
})
