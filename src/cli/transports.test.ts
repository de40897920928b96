import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/adcp-gov-comply.js', import.meta.url))
const built = existsSync(fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url)))
if (!built)
  console.warn('SKIPPED: transports of the built program, because dist/ is not there. Run `npm run build` first.')

/** The machine report of a demo over one storyboard. */
async function demo(...args: readonly string[]) {
  const words = [bin, 'demo', '--storyboard', 'governance_agent/denial', '--json', '-', '--quiet', ...args]
  const { stdout } = await promisify(execFile)(process.execPath, words, { timeout: 30_000, maxBuffer: 2 ** 26 })
  return JSON.parse(stdout) as {
    verdict: { status: string }
    agent: { protocol: string }
    storyboards: { phases: { steps: { request: object; second_opinion?: object }[] }[] }[]
  }
}

const stepsOf = ({ storyboards }: Awaited<ReturnType<typeof demo>>) =>
  storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))

describe.skipIf(!built)('the built program reaches its demo agent', () => {
  it.each(['mcp', 'a2a'])('over %s', async (protocol) => {
    const report = await demo('--protocol', protocol)
    expect([report.verdict.status, report.agent.protocol]).toEqual(['conformant', protocol])
    expect(stepsOf(report)[0]?.request).toMatchObject({ transport: protocol })
  })

  it.each(['mcp', 'a2a'])('over %s with the official client', async (protocol) => {
    const report = await demo('--protocol', protocol, '--transport', 'official-client')
    expect(report.verdict.status).toBe('conformant')
    expect(stepsOf(report)[0]?.request).toMatchObject({ transport: protocol, via: 'official-client' })
  })

  it.each(['mcp', 'a2a'])('over %s, and has the official client read the same replies', async (protocol) => {
    const report = await demo('--protocol', protocol, '--compare-transports')
    const payloads = stepsOf(report).map(({ second_opinion }) => second_opinion)
    expect(new Set(payloads.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ client: '@adcp/client 4.8.0', payload: 'equal' })]),
    )
  })
})
