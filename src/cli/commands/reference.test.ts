import { describe, expect, it } from 'vitest'
import { scratchFolder } from '../../load/scratch-folder.fixture.ts'
import { faults } from '../../reference/faults/index.ts'
import { sellerFaults } from '../../reference/seller-faults/index.ts'
import { said, testIo } from '../io.fixture.ts'
import { main } from '../main.ts'

describe('demo', () => {
  it('finds the agent of this program conformant', async () => {
    const { code, stdout, stderr } = await said('demo')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^CONFORMANT {2}governance-agent-core@3\.0 /m)
    expect(stderr).toMatch(/^testing the governance agent of this program, without a fault\n/)
  })

  it('finds an agent with a fault nonconformant, and names what it violates', async () => {
    const { code, stdout, stderr } = await said('demo --fault approves-over-budget --json -')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ verdict: { status: 'nonconformant', exit_code: 1 } })
    expect(stderr).toContain('with the fault approves-over-budget: ')
  })

  it('lists its faults', async () => {
    const { code, stdout } = await said('demo --list-faults')
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n').length).toBe(faults.length + sellerFaults.length)
  })

  it('names the nearest faults when there is no such fault', async () => {
    expect(await said('demo --fault approves-over-budgt')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'adcp-gov-comply: no fault "approves-over-budgt"; did you mean "approves-over-budget"?; "demo --list-faults" shows all.\n',
    })
  })
})

describe('serve', () => {
  it('serves until a signal ends it', async () => {
    const io = testIo()
    const ended = main(['serve', 'governance-agent', '--fault', 'approves-over-budget'], io)
    const url = await urlIn(io)
    expect((await fetch(url.replace('/mcp', '/nothing'))).status).toBe(404)
    io.signal('SIGTERM')
    expect(await ended).toBe(0)
    expect(io.heard().stdout).toBe('')
    await expect(fetch(url)).rejects.toThrow()
  })

  it.each([
    [
      'serve governance-agent --port 99999',
      '--port 99999 is no port. Give a number from 0 to 65535; 0 takes a free one.',
    ],
    ['serve governance-agent --port web', '--port web is no port. Give a number from 0 to 65535; 0 takes a free one.'],
    [
      'serve buyer',
      "command-argument value 'buyer' is invalid for argument 'agent'. Allowed choices are governance-agent, seller.",
    ],
  ])('refuses %s', async (words, message) => {
    expect(await said(words)).toEqual({ code: 2, stdout: '', stderr: `adcp-gov-comply: ${message}\n` })
  })

  it.each([
    ['2.9', '--adcp-version "2.9" is not one this release knows'],
    ['3.1', 'Install its official bundle: adcp-gov-comply bundle add'],
  ])('at AdCP %s is refused when that cannot be had', async (version, message) => {
    const env = { ADCP_GOV_COMPLY_BUNDLES: await scratchFolder({}) }
    const { code, stderr } = await said(`serve governance-agent --adcp-version ${version}`, env)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  })
})

async function urlIn(io: ReturnType<typeof testIo>): Promise<string> {
  for (let waited = 0; waited < 100; waited += 1) {
    const url = /http:\S+/.exec(io.heard().stderr)?.[0]
    if (url) return url
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error('the agent never said where it is')
}
