import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptCertificate } from '../../load/kept-certificate.ts'
import { scratchFolder } from '../../load/scratch-folder.fixture.ts'
import { sellerFaults } from '../../reference/seller-faults/index.ts'
import { said, testIo } from '../io.fixture.ts'
import { main } from '../main.ts'
import { peerMode } from '../peer-flags.ts'

const io = testIo()
const noBundles = { ADCP_GOV_COMPLY_BUNDLES: join(import.meta.dirname, 'no-bundles') }

/** A storyboard in which one purchase is denied. */
async function board(): Promise<string> {
  const account = { brand: { domain: '{{runner.brand_domain}}' }, operator: 'pinnacle-agency.example' }
  const authentication = { schemes: ['Bearer'], credentials: '{{runner.governance_credential}}' }
  const governance_agents = [{ url: '{{runner.governance_agent_url}}', authentication }]
  const purchase = {
    account,
    brand: account.brand,
    plan_id: 'plan_1',
    governance_context: '$token.valid',
    start_time: '2027-04-01T00:00:00Z',
    end_time: '2027-06-30T23:59:59Z',
    packages: [{ product_id: 'outdoor_ctv_spring', pricing_option_id: 'cpm_standard', budget: 7000 }],
  }
  const steps = [
    { id: 'accounts', task: 'sync_accounts', sample_request: { accounts: [{ ...account, billing: 'operator' }] } },
    { id: 'register', task: 'sync_governance', sample_request: { accounts: [{ account, governance_agents }] } },
    {
      id: 'buy',
      task: 'create_media_buy',
      peer: 'deny',
      gov_reply: 'error',
      sample_request: purchase,
      validations: [{ check: 'gov_peer_called' }, { check: 'error_code', value: 'GOVERNANCE_DENIED' }],
    },
  ]
  const text = JSON.stringify({ id: 'try', hosts: 'governance_agent', phases: [{ id: 'p', steps }] })
  return join(await scratchFolder({ 'try.yaml': text }), 'try.yaml')
}

describe('demo --role seller', () => {
  it('finds the seller of this program right', async () => {
    const { code, stderr, stdout } = await said(`demo --role seller --storyboard ${await board()}`)
    expect(stdout).toContain('3 passed')
    expect(stderr).toMatch(/^testing the seller of this program, without a fault\n/)
    expect(code).toBe(0)
  })

  it('finds a seller with a fault wrong, and shows what the hosted agent saw', async () => {
    const fault = sellerFaults.find(({ requirement }) => requirement === 'GOV-SE-008')?.id
    const { code, stdout } = await said(`demo --role seller --fault ${fault} --storyboard ${await board()}`)
    expect(code).toBe(1)
    expect(stdout).toContain('gov_peer_called: check_governance reached the hosted governance agent never')
  })

  it.each([
    ['--fault no-such-fault', 'no fault "no-such-fault" of sellers'],
    ['--protocol a2a', 'the seller of this program speaks MCP'],
    ['--adcp-version 2.9', '--adcp-version "2.9" is not one this release knows'],
    ['--adcp-version 3.1', 'Install its official bundle: adcp-gov-comply bundle add'],
  ])('refuses %s', async (words, message) => {
    const { code, stderr } = await said(`demo --role seller ${words}`, noBundles)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  })
})

it('demo --role seller says of a fault that is none at its version, that it will not be noticed', async () => {
  const { code, stderr } = await said('demo --role seller --fault hides-that-it-is-aware')
  expect(stderr).toContain('it breaks GOV-SE-051, which this profile does not grade: expect it to go unnoticed\n')
  expect(code).toBe(0)
}, 60_000)

describe('serve seller', () => {
  it.each([
    ['2.9', '--adcp-version "2.9" is not one this release knows'],
    ['3.1', 'Install its official bundle: adcp-gov-comply bundle add'],
  ])('at AdCP %s is refused when that cannot be had', async (version, message) => {
    const { code, stderr } = await said(`serve seller --adcp-version ${version}`, noBundles)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  })

  it('serves until a signal ends it, and can be tested without being blamed for what it cannot reach', async () => {
    const served = testIo()
    const ended = main(['serve', 'seller'], served)
    const url = await urlIn(served)
    const { code, stdout } = await said(`${url} --storyboard ${await board()}`)
    expect(stdout).toContain('--peer-tls')
    expect(code).toBe(3)
    served.signal('SIGTERM')
    expect(await ended).toBe(0)
  })

  it.each([
    ['what a run wrote', true],
    ['what it makes itself, where there is nothing yet, and a run then uses', false],
  ])('trusts %s', async (_what, isWritten) => {
    const ca = join(await scratchFolder({}), 'ca.pem')
    if (isWritten) await peerMode({ peerTls: true, peerCa: ca }, io)
    const served = testIo()
    const port = await freePort()
    const brand = `https://127.0.0.1:${port}/.well-known/brand.json`
    const ended = main(['serve', 'seller', '--brand-url', brand, '--peer-ca', ca], served)
    const url = await urlIn(served)
    const flags = `--peer-tls --peer-ca ${ca} --peer-port ${port}`
    const { code, stdout } = await said(`${url} ${flags} --storyboard ${await board()}`)
    expect(stdout).toContain('3 passed')
    expect(code).toBe(0)
    served.signal('SIGTERM')
    expect(await ended).toBe(0)
  })
})

describe('how the governance agent is hosted', () => {
  it('is left to the run when nothing is said', async () => {
    expect(await peerMode({}, io)).toBeUndefined()
  })

  it('is told by flags', async () => {
    expect(await peerMode({ publicUrl: 'https://peer.example/', peerPort: 9000 }, io)).toEqual({
      publicUrl: 'https://peer.example',
      port: 9000,
    })
  })

  it('writes a certificate once, and its key for nobody else', async () => {
    const ca = join(await scratchFolder({}), 'ca.pem')
    const first = await peerMode({ peerTls: true, peerCa: ca }, io)
    expect(await peerMode({ peerTls: true, peerCa: ca }, io)).toEqual(first)
    expect(first).toEqual({ tls: { cert: await readFile(ca, 'utf8'), key: await readFile(`${ca}.key`, 'utf8') } })
    expect((await stat(`${ca}.key`)).mode & 0o777).toBe(0o600)
    expect(await keptCertificate(ca, 'peer.example', Date.now())).toBeUndefined()
    expect(await keptCertificate(ca, '127.0.0.1', Date.now() + 2 * 86_400_000)).toBeUndefined()
  })

  it.each([
    [{ publicUrl: 'https://peer.example' }, '--public-url needs --peer-port'],
    [{ publicUrl: 'http://peer.example', peerPort: 1 }, 'must be an https address'],
    [{ publicUrl: 'https://peer.example/path', peerPort: 1 }, 'must be a host alone'],
    [{ publicUrl: 'https://u:p@peer.example', peerPort: 1 }, 'must be a host alone'],
    [{ publicUrl: 'peer', peerPort: 1 }, 'must be an https address'],
    [{ peerCa: 'ca.pem' }, '--peer-ca writes the certificate of --peer-tls'],
  ])('is not by %j', async (flags, message) => {
    await expect(peerMode(flags, io)).rejects.toThrow(message)
  })
})

async function urlIn({ heard }: ReturnType<typeof testIo>): Promise<string> {
  for (let left = 200; left > 0; left -= 1) {
    const url = /http:\S+\/mcp/.exec(heard().stderr)?.[0]
    if (url) return url
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error('it does not say where it is')
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}
