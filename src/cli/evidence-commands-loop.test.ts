import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { unpack } from '../evidence/container.ts'
import { said, testIo } from './io.fixture.ts'
import { serveReference } from './reference-agent.ts'
import { serveReferenceSeller } from './reference-seller.ts'

const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
const at = (name: string) => join(folder, name)
const timeout = 60_000

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const signaturesAlone =
  /^partly: .* but for 4 outcomes .*\n(?: {2}cannot be re-derived: gov_token_signature in \S+, recorded as passed\n){4}$/m

describe('evidence of a governance agent and a seller together', () => {
  it('derives the verdict again, but for the signatures of tokens', { timeout }, async () => {
    const bundle = at('loop.adcpbundle')
    expect((await said(`demo --role loop -q --evidence ${bundle}`)).code).toBe(0)
    const { code, stdout } = await said(`verify ${bundle}`)
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(signaturesAlone) })
  })

  it.each([
    ['never-asks-governance', /^partly: /m],
    ['issues-opaque-tokens', /^same: /m],
    ['signs-with-another-key', /^same: /m],
  ])('derives again what is wrong with one that %s', { timeout }, async (fault, words) => {
    const bundle = at(`${fault}.adcpbundle`)
    expect((await said(`demo --role loop -q --fault ${fault} --evidence ${bundle}`)).code).toBe(1)
    const { code, stdout } = await said(`verify ${bundle}`)
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(words) })
  })

  it('holds for agents that the shell names, with a credential that is made up for the seller', {
    timeout,
  }, async () => {
    const bundle = at('named.adcpbundle')
    const { code, stdout } = await namedRun(bundle)
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('NONCONFORMANT  governed-loop@3.0') })
    const verified = await said(`verify ${bundle}`)
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/^(same|partly): /m) })
    expect([...unpack(readFileSync(bundle)).values()].join()).toContain('"kind":"seller_credential"')
  })
})

/** The governance agent speaks plain http, which the seller does not register: what is wrong has to be derived, too. */
async function namedRun(bundle: string) {
  const io = testIo()
  const governance = await serveReference({ port: 0, adcpVersion: '3.0' }, io)
  const sales = await serveReferenceSeller({ port: 0, adcpVersion: '3.0', brands: new Map() }, io)
  const agents = `--agent governance=${governance.url} --agent sales=${sales.url} --default-agent sales`
  const words = `--role loop -q ${agents} --evidence ${bundle}`
  return said(words).finally(() => Promise.all([governance.close(), sales.close()]))
}
