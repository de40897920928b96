import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../load/config.ts'
import { scratchFolder } from '../load/scratch-folder.fixture.ts'
import { addCredentialOptions, addRunOptions } from './run-flags.ts'
import { settleFlags } from './settle-flags.ts'
import { addTargetOptions } from './target-flags.ts'

async function settled(words: string, env: Record<string, string> = {}, config?: string) {
  const command = addTargetOptions(
    addCredentialOptions(addRunOptions(new Command('run').argument('[agent]').exitOverride())),
  )
  command.parse(words === '' ? [] : words.split(' '), { from: 'user' })
  const file = config === undefined ? undefined : await fileWith(config)
  const all = settleFlags(command, env, file)
  const shown = (name: string) => {
    const { value, from } = all.find((one) => one.name === name) ?? {}
    return [value, file ? from?.replace(file.file, 'FILE') : from]
  }
  return { shown, flags: command.opts(), folder: file?.file.replace(/\/c\.yaml$/, '') }
}

async function fileWith(text: string) {
  return loadConfig(`${await scratchFolder({ 'c.yaml': text })}/c.yaml`)
}

const env = { ADCP_GOV_COMPLY_RUN_TIMEOUT: '20' }
const config = 'dates: as-written\nlimits:\n  run_timeout: 30\n  step_timeout: 40\n'

describe('an option holds', () => {
  it('as typed, else as its variable, else as the file, else as its default says', async () => {
    const { shown } = await settled('--timeout 10', env, config)
    expect(shown('--timeout')).toEqual([10, 'flag'])
    expect(shown('--run-timeout')).toEqual([20, 'ADCP_GOV_COMPLY_RUN_TIMEOUT'])
    expect(shown('--step-timeout')).toEqual([40, 'FILE:4'])
    expect(shown('--dates')).toEqual(['as-written', 'FILE:1'])
    expect(shown('--adcp-version')).toEqual(['3.0', 'default'])
    const { flags } = await settled('--run-timeout 10', env, config)
    expect(flags).toMatchObject({ runTimeout: 10, stepTimeout: 40, dates: 'as-written', color: true })
  })

  it('from a variable as its own kind of value', async () => {
    const { flags } = await settled('', {
      ADCP_GOV_COMPLY_STORYBOARD: 'a/b, c/d',
      ADCP_GOV_COMPLY_QUIET: 'true',
      ADCP_GOV_COMPLY_NO_COLOR: '1',
      ADCP_GOV_COMPLY_ASSERT_SEEDED_STATE: 'off',
      ADCP_GOV_COMPLY_TEST_KIT: 'my,kit.yaml',
      ADCP_GOV_COMPLY_AUTH: 'a token is not taken from here',
      ADCP_GOV_COMPLY_DATES: '',
    })
    expect(flags).toMatchObject({
      storyboard: ['a/b', 'c/d'],
      quiet: true,
      color: false,
      assertSeededState: false,
      testKit: 'my,kit.yaml',
      dates: 'shift',
    })
    expect(flags.auth).toBeUndefined()
  })

  it('from a file with paths that are relative to it', async () => {
    const { flags, folder } = await settled(
      '',
      {},
      'test_kit: kits/k.yaml\nstoryboards: [a/b, ./x.yaml]\nadcp_version: 3.0\n',
    )
    expect(flags.adcpVersion).toBe('3.0')
    expect(flags.testKit).toBe(`${folder}/kits/k.yaml`)
    expect(flags.storyboard).toEqual(['a/b', `${folder}/x.yaml`])
  })

  it('from a file under the name of its kind', async () => {
    const { flags } = await settled(
      '',
      {},
      'tags: [x]\nwebhook: { url: "https://me.example", port: 80 }\ndefault_agent: a\ncompare_transports: true\nprotocol: a2a\nreporters: { json: "-" }\n',
    )
    expect(flags).toMatchObject({
      tag: ['x'],
      webhookUrl: 'https://me.example',
      webhookPort: 80,
      defaultAgent: 'a',
      compareTransports: true,
      protocol: 'a2a',
      json: '-',
    })
    expect((await settled('', {}, 'webhooks: false\n')).flags.webhooks).toBe(false)
  })

  it('and puts out of force what cannot hold beside it', async () => {
    const lower = 'profile: p@3.0\n'
    expect((await settled('--storyboard a/b', {}, lower)).flags.profile).toBeUndefined()
    expect((await settled('', { ADCP_GOV_COMPLY_TAG: 'x' }, lower)).flags.profile).toBeUndefined()
    expect((await settled('--verbose', { ADCP_GOV_COMPLY_QUIET: '1' })).flags.quiet).toBeUndefined()
    expect((await settled('--auth x', { ADCP_GOV_COMPLY_AUTH_ENV: 'Y' })).flags.authEnv).toBeUndefined()
    const called = 'webhook: { url: "https://me.example", port: 80 }\n'
    expect((await settled('--no-webhooks', {}, called)).flags.webhookUrl).toBeUndefined()
    expect((await settled('--suite official', {}, lower)).flags.profile).toBe('p@3.0')
  })
})

describe('a value that cannot be taken is refused at its place', () => {
  it.each([
    [
      { ADCP_GOV_COMPLY_TIMEOUT: 'soon' },
      undefined,
      'ADCP_GOV_COMPLY_TIMEOUT cannot be used for --timeout. It must be a number of seconds, above 0 and at most 86400.',
    ],
    [
      { ADCP_GOV_COMPLY_DATES: 'never' },
      undefined,
      'ADCP_GOV_COMPLY_DATES cannot be used for --dates. Allowed choices are shift, as-written.',
    ],
    [{ ADCP_GOV_COMPLY_QUIET: 'maybe' }, undefined, 'ADCP_GOV_COMPLY_QUIET must be true or false'],
    [
      { ADCP_GOV_COMPLY_PROFILE: 'p', ADCP_GOV_COMPLY_STORYBOARD: 's' },
      undefined,
      'ADCP_GOV_COMPLY_STORYBOARD and ADCP_GOV_COMPLY_PROFILE cannot hold at once: leave one of them',
    ],
    [{}, 'profile: p\nstoryboards: [s]\n', 'c.yaml:2 and '],
  ])('%o %j', async (given, text, message) => {
    await expect(settled('', given as Record<string, string>, text)).rejects.toThrow(message)
  })
})
