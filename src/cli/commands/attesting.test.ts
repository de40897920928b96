import { generateKeyPairSync } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissionFiles } from '../../certify/submission.ts'
import { said } from '../io.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'attesting-'))
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(at('key.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
  await said(`demo -q --storyboard governance_agent/budget --evidence ${at('run.adcpbundle')}`)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('attest', () => {
  it('takes the place of neither the key nor the bundle', async () => {
    for (const name of ['key.pem', 'run.adcpbundle']) {
      const before = readFileSync(at(name))
      const found = await said(`attest ${at('run.adcpbundle')} --key ${at('key.pem')} --out ${at(name)}`)
      expect({ code: found.code, kept: readFileSync(at(name)).equals(before) }).toEqual({ code: 2, kept: true })
      expect(found.stderr).toContain('would take the place of what is read')
    }
  })

  it.skipIf(platform() === 'win32')(
    'says when others can read the key, which it never prints',
    async () => {
      const words = `attest ${at('run.adcpbundle')} --key ${at('key.pem')} --out -`
      const close = await said(words)
      expect(close).toMatchObject({ code: 0, stderr: expect.not.stringContaining('warning') })
      chmodSync(at('key.pem'), 0o644)
      const open = await said(words)
      chmodSync(at('key.pem'), 0o600)
      expect(open.stderr).toContain(`warning: others can read ${at('key.pem')}: chmod 600`)
      const [, secret = 'none'] = readFileSync(at('key.pem'), 'utf8').split('\n')
      expect(`${close.stdout}${open.stdout}${open.stderr}`).not.toContain(secret)
    },
    60_000,
  )
})

it('badge says why it is not green, and does not take the place of its bundle', async () => {
  const found = await said(`badge ${at('run.adcpbundle')} --endpoint ${at('badge.json')}`)
  expect(found).toMatchObject({ code: 0, stderr: 'the badge is not green: the run is not of a profile\n' })
  expect((await said(`badge ${at('run.adcpbundle')} --svg ${at('run.adcpbundle')}`)).code).toBe(2)
}, 60_000)

describe('certify', () => {
  const nobody = 'certify http://127.0.0.1:1/mcp?api_key=hushhush12345678 --profile governance-agent-core@3.0'

  it('writes what came out, says that it will not be accepted and why, and lets no secret of the address in', async () => {
    const found = await said(`${nobody} --out ${at('unreachable')}`)
    expect(found.code).toBe(4)
    expect(found.stderr).toContain('it will not be accepted: the verdict of the run is unreachable')
    const files = readdirSync(at('unreachable')).map((name) => readFileSync(join(at('unreachable'), name), 'utf8'))
    expect(files.length).toBeGreaterThan(5)
    expect([found.stdout, found.stderr, ...files].filter((text) => text.includes('hushhush'))).toEqual([])
    const checked = await said(`certify check ${at('unreachable')}`)
    expect(checked.code).toBe(1)
    expect(checked.stdout).toContain('governance-agent-core@3.0 at http://127.0.0.1:1/mcp')
    expect(checked.stdout).toContain('not accepted: the verdict of the run is unreachable')
    expect(checked.stdout).not.toContain('README.md is not that of this run')
  }, 60_000)

  it('refuses a place that is taken, be it by a link that leads nowhere, before anything is sent', async () => {
    symlinkSync(at('nowhere'), at('dangling'))
    for (const name of ['dangling', 'key.pem'])
      expect(await said(`${nobody} --out ${at(name)}`)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('is there already: name a new folder'),
      })
  })

  it('check refuses a folder with files that are missing, foreign or elsewhere', async () => {
    mkdirSync(at('submission'))
    for (const name of Object.values(submissionFiles)) writeFileSync(join(at('submission'), name), '')
    rmSync(join(at('submission'), submissionFiles.badge))
    rmSync(join(at('submission'), submissionFiles.json))
    symlinkSync(at('run.adcpbundle'), join(at('submission'), submissionFiles.json))
    writeFileSync(join(at('submission'), 'CERTIFIED.pdf'), '')
    expect(await said(`certify check ${at('submission')}`)).toEqual({
      code: 1,
      stdout: [
        'not accepted: badge.svg is missing',
        'not accepted: report.json is no plain file',
        'not accepted: CERTIFIED.pdf is no part of a submission',
        '',
      ].join('\n'),
      stderr: '',
    })
    expect((await said(`certify check ${at('none')}`)).code).toBe(2)
  })
})
