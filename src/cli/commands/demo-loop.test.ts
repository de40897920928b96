import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { scratchFolder } from '../../load/scratch-folder.fixture.ts'
import { said, testIo } from '../io.fixture.ts'
import { main } from '../main.ts'

const timeout = 60_000

/** Ids of the processes that this one has started and that are agents. */
async function agentProcesses(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)])
  return stdout.split('\n').filter((line) => line.includes('agent-process.js'))
}

describe('demo --role loop', () => {
  it('finds both agents right, each in a process that ends with it', { timeout }, async () => {
    const { code, stdout, stderr } = await said('demo --role loop')
    expect(stderr).toMatch(/^testing the governance agent and the seller of this program together, without a fault\n/)
    expect(stdout).toContain('CONFORMANT  governed-loop@3.0')
    expect(code).toBe(0)
    expect(await agentProcesses()).toEqual([])
  })

  it('finds the one with the fault', { timeout }, async () => {
    const { code, stdout, stderr } = await said('demo --role loop --fault tells-denials-in-one-place')
    expect(stderr).toContain('the seller with the fault tells-denials-in-one-place')
    expect(stdout).toContain('GOV-SE-010')
    expect(code).toBe(1)
  })

  it('leaves no process behind when it is interrupted', { timeout }, async () => {
    const io = testIo()
    const ended = main(['demo', '--role', 'loop', '--quiet', '--delay', '100'], io)
    await expect.poll(() => io.signal('SIGINT'), { timeout: 30_000, interval: 50 }).toBeGreaterThan(0)
    expect(await ended).toBe(130)
    expect(await agentProcesses()).toEqual([])
  })

  it.each([
    ['--fault no-such-fault', 'no fault "no-such-fault" of either agent'],
    ['--protocol a2a', 'the seller of this program speaks MCP'],
    ['--adcp-version 3.1', /^adcp-gov-comply: AdCP 3\.1\.\d+ is not at hand; [^\n]* bundle add \S+\n$/],
  ])('refuses %s', async (words, message) => {
    const env = { ADCP_GOV_COMPLY_BUNDLES: join(await scratchFolder({}), 'none') }
    const { code, stderr } = await said(`demo --role loop ${words}`, env)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) })
  })
})

describe('serve governance-agent --tls', () => {
  it('publishes under its own address what a seller has to know', { timeout }, async () => {
    const ca = join(await scratchFolder({}), 'ca.pem')
    const io = testIo()
    const ended = main(['serve', 'governance-agent', '--tls', '--ca-file', ca], io)
    await expect.poll(() => io.heard().stderr, { timeout: 20_000 }).toContain('Ctrl+C')
    const url = /fault: (\S+)/.exec(io.heard().stderr)?.[1] ?? ''
    const brand = /brand\.json for sellers: (\S+)/.exec(io.heard().stderr)?.[1] ?? ''
    expect(JSON.parse(await body(brand, await readFile(ca, 'utf8')))).toEqual({
      agents: [{ type: 'governance', id: 'reference_governance', url }],
    })
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/mcp$/)
    io.signal('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('needs --tls for a certificate to write', async () => {
    const { code, stderr } = await said('serve governance-agent --ca-file ca.pem')
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--ca-file writes the certificate') })
  })
})

function body(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ca, agent: false }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve(text)
    })
    sent.on('error', reject).end()
  })
}
