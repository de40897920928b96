import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { said } from './io.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
const at = (name: string) => join(folder, name)
const demo = 'demo -q --storyboard governance_agent/budget'

beforeAll(async () => {
  const pair = generateKeyPairSync('ed25519')
  writeFileSync(at('key.pem'), pair.privateKey.export({ format: 'pem', type: 'pkcs8' }))
  writeFileSync(at('key.pub.pem'), pair.publicKey.export({ format: 'pem', type: 'spki' }))
  await said(`${demo} --evidence ${at('good.adcpbundle')} --json ${at('good.json')}`)
  await said(`${demo} --fault approves-over-budget --evidence ${at('bad.adcpbundle')} --json ${at('bad.json')}`)
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('verify', () => {
  it('says that the report follows from the record, for a good run and a bad one', async () => {
    const good = await said(`verify ${at('good.adcpbundle')}`)
    expect(good).toMatchObject({ code: 0, stderr: '' })
    expect(good.stdout).toContain('same: the whole report follows from the recorded exchanges')
    const bad = await said(`verify ${at('bad.adcpbundle')}`)
    expect(bad.code).toBe(0)
    expect(bad.stdout).toContain(': nonconformant')
  })

  it('refuses what is no bundle, and one that was changed', async () => {
    expect(await said(`verify ${at('good.json')}`)).toMatchObject({ code: 2, stdout: '' })
    const bytes = readFileSync(at('good.adcpbundle'))
    bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000)
    writeFileSync(at('changed.adcpbundle'), bytes)
    expect((await said(`verify ${at('changed.adcpbundle')}`)).code).toBe(2)
    expect((await said(`verify ${at('none')}`)).stderr).toContain('no such file')
  })

  it('checks an attestation with the key that it is given', async () => {
    const target = at('good.intoto.jsonl')
    expect(await said(`attest ${at('good.adcpbundle')} --key ${at('key.pem')} --out ${target}`)).toMatchObject({
      code: 0,
    })
    const found = await said(
      `verify ${at('good.adcpbundle')} --attestation ${target} --public-key ${at('key.pub.pem')}`,
    )
    expect(found.stdout).toContain('attested by this key: https://in-toto.io/attestation/test-result/v0.1')
    const other = await said(`verify ${at('bad.adcpbundle')} --attestation ${target} --public-key ${at('key.pub.pem')}`)
    expect(other).toMatchObject({
      code: 2,
      stderr: 'adcp-gov-comply: line 1 of the attestation is of another bundle.\n',
    })
    expect((await said(`verify ${at('good.adcpbundle')} --attestation ${target}`)).stderr).toContain('need each other')
  })
})

it('replay shows what this release makes of a recorded run', async () => {
  expect(await said(`replay ${at('bad.adcpbundle')}`)).toEqual({
    code: 0,
    stdout: 'verdict: nonconformant, as before\nnothing changed its status\n',
    stderr: '',
  })
})

it('diff fails when something regressed, and does not when it was fixed', async () => {
  const worse = await said(`diff ${at('good.json')} ${at('bad.json')}`)
  expect(worse.code).toBe(1)
  expect(worse.stdout).toContain('verdict: conformant, then nonconformant\nregressed: ')
  const better = await said(`diff ${at('bad.json')} ${at('good.json')}`)
  expect(better.code).toBe(0)
  expect(better.stdout).toContain('fixed: ')
  expect((await said(`diff ${at('good.json')} ${at('key.pem')}`)).stderr).toContain('holds no JSON')
})

it('badge writes a picture and what shields.io reads', async () => {
  expect((await said(`badge ${at('good.adcpbundle')} --endpoint ${at('badge.json')}`)).code).toBe(0)
  expect(JSON.parse(readFileSync(at('badge.json'), 'utf8'))).toMatchObject({ schemaVersion: 1, color: 'lightgrey' })
  expect((await said(`badge ${at('bad.adcpbundle')}`)).stdout).toMatch(/^<svg /)
})

describe('gates', () => {
  const faulty = `${demo} --fault approves-over-budget`

  it('let expected failures pass once somebody has accepted them', async () => {
    const file = at('baseline.yaml')
    const made = await said(`${faulty} --baseline ${file} --update-baseline`)
    expect(made.code).toBe(1)
    expect(made.stderr).toContain('give each new one a reason and an owner')
    expect((await said(`${faulty} --baseline ${file}`)).stderr).toContain('reason is empty')
    const accepted = readFileSync(file, 'utf8')
      .replaceAll('reason: ""', 'reason: known')
      .replaceAll('owner: ""', 'owner: us')
    writeFileSync(file, accepted)
    const passed = await said(`${faulty} --baseline ${file}`)
    expect(passed.code).toBe(0)
    expect(passed.stderr).toContain('the verdict stays nonconformant')
    expect(passed.stdout).toContain('NONCONFORMANT')
    const over = await said(`${demo} --baseline ${file}`)
    expect(over.code).toBe(1)
    expect(over.stderr).toContain('does not happen any more: take it out of the baseline')
  }, 30_000)

  it('are read before anything is sent', async () => {
    expect(await said(`${demo} --update-baseline`)).toMatchObject({ code: 2, stdout: '' })
    expect((await said(`${demo} --baseline ${at('none.yaml')}`)).code).toBe(2)
    expect((await said(`${demo} --fail-on nothing`)).stderr).toContain('It must be warn or incomplete.')
    expect((await said(`${demo} --min-coverage 101`)).stderr).toContain('It must be a number from 0 to 100.')
    expect((await said(`${demo} --retries 2 --evidence ${at('x')}`)).code).toBe(2)
  })

  it('hold the coverage against what was asked', async () => {
    expect((await said(`${demo} --min-coverage 100`)).code).toBe(0)
    expect((await said(`${demo} --fail-on warn --fail-on incomplete`)).code).toBe(0)
  })

  it('tell each further attempt', async () => {
    const found = await said(`${faulty} --retries 1`)
    expect(found.code).toBe(1)
    expect(found.stderr.match(/attempt \d of 2: nonconformant; running again/g)).toHaveLength(1)
  }, 30_000)
})
