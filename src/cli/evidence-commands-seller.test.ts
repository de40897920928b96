import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpack } from '../evidence/container.ts'
import { said, testIo } from './io.fixture.ts'
import { peerMode } from './peer-flags.ts'
import { serveReferenceSeller } from './reference-seller.ts'

const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
const at = (name: string) => join(folder, name)
const env = { ADCP_AUTH_TOKEN: 'buyer-token-0123456789', SECOND: 'second-token-0123456789' }

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a submission of a seller', () => {
  let made: Awaited<ReturnType<typeof said>>
  beforeAll(async () => {
    made = await certified(at('submission'))
  }, 120_000)

  it('is made of a run with the hosted governance agent, and accepted', async () => {
    expect(made).toMatchObject({
      stderr: expect.not.stringContaining('will not be'),
      code: 0,
      stdout: expect.stringContaining('CONFORMANT  governed-seller@3.0'),
    })
    const checked = await said(`certify check ${at('submission')}`)
    expect(checked.stdout).toContain('accepted: everything in the submission follows from its exchanges')
    expect(checked.stdout).not.toContain('note: gov_')
    expect(checked.code).toBe(0)
  }, 60_000)

  it('holds no secret of the run', () => {
    const text = [...unpack(readFileSync(at('submission/evidence.adcpbundle'))).values()].join('\n')
    const { peer, seed } = secretsIn(text)
    expect(Object.values(env).filter((secret) => text.includes(secret))).toEqual([])
    // What the seller was registered with does not follow from the seed either.
    expect([peer, seed]).toEqual([expect.stringMatching(/^redacted-\d+-+$/), expect.any(String)])
  })

  it('is not accepted when what the hosted agent saw was changed', async () => {
    const file = at('submission/evidence.adcpbundle')
    const bytes = readFileSync(file)
    const place = bytes.indexOf('peer.json') + 200
    writeFileSync(file, bytes.with(place, (bytes[place] ?? 0) ^ 1))
    const checked = await said(`certify check ${at('submission')}`)
    writeFileSync(file, bytes)
    expect(checked).toMatchObject({ code: 1, stdout: expect.stringContaining('not accepted: ') })
  })
})

it.each([
  ['never-asks-governance', 'purchase'],
  ['takes-garbage-for-approval', 'outage'],
])(
  'verify derives what a seller did that %s',
  async (fault, board) => {
    const bundle = at(`${fault}.adcpbundle`)
    const words = `demo --role seller -q --fault ${fault} --storyboard governed_seller/${board} --evidence ${bundle}`
    expect((await said(words)).code).toBe(1)
    const { code, stdout } = await said(`verify ${bundle}`)
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^same: /m) })
  },
  60_000,
)

async function certified(out: string) {
  const io = testIo()
  const ca = at('ca.pem')
  await peerMode({ peerTls: true, peerCa: ca }, io)
  const port = await freePort()
  const brand = `https://127.0.0.1:${port}/.well-known/brand.json`
  const buyers = [
    ['buyer', env.ADCP_AUTH_TOKEN],
    ['second_buyer', env.SECOND],
  ] as const
  const served = await serveReferenceSeller(
    {
      port: 0,
      brands: new Map(buyers.map(([name]) => [name, brand])),
      bearerTokens: new Map(buyers.map(([name, token]) => [token, name])),
      certificate: readFileSync(ca, 'utf8'),
    },
    io,
  )
  const peer = `--peer-tls --peer-ca ${ca} --peer-port ${port}`
  const words = `certify ${served.url} --profile governed-seller@3.0 --principal second_buyer=SECOND ${peer} --out ${out}`
  return said(words, env).finally(() => served.close())
}

function secretsIn(text: string) {
  const opened = text.split('\n').find((line) => line.includes('"kind":"peer","url"')) ?? '{}'
  return { peer: JSON.parse(opened).credential, seed: /"id_seed": "([^"]+)"/.exec(text)?.[1] }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}
