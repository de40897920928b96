import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testBed } from '../../reference/agent.fixture.ts'
import { type ServedAgent, serveGovernanceAgent } from '../../reference/serve.ts'
import { said } from '../io.fixture.ts'

let folder = ''
let served: ServedAgent
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'))
  const bearerTokens = new Map([['buyer-token-1', 'buyer']])
  served = await serveGovernanceAgent({ port: 0, agent: testBed().agent, bearerTokens })
})
afterEach(async () => {
  await served.close()
  await rm(folder, { recursive: true, force: true })
})

it('tells of a sound agent line by line, and ends with 0', async () => {
  const { code, stdout, stderr } = await said(`doctor ${served.url}`, { ADCP_AUTH_TOKEN: 'buyer-token-1' })
  expect(code).toBe(0)
  expect(stderr).toBe('')
  expect(stdout).toContain('✓ contact       MCP, because the address ends in /mcp: ')
  expect(stdout).toContain('0 problems, 0 warnings: a run can begin (exit 0)\n')
})

it('ends with 4 when no run can begin, and says what to do', async () => {
  const { code, stdout } = await said(`doctor ${served.url}`)
  expect(code).toBe(4)
  expect(stdout).toContain('× contact       the agent answered 401 Unauthorized\n')
  expect(stdout).toContain('ADCP_AUTH_TOKEN')
  expect(stdout).toContain('1 problem, 0 warnings: no run is possible (exit 4)\n')
})

it('ends with 1 when a run would fail', async () => {
  const env = { ADCP_AUTH_TOKEN: 'buyer-token-1', OTHER: 'nobody' }
  const { code, stdout } = await said(`doctor ${served.url} --principal seller=OTHER`, env)
  expect(code).toBe(1)
  expect(stdout).toContain('1 problem, 0 warnings: a run can begin, and would fail (exit 1)\n')
})

it('tells programs the same', async () => {
  const { code, stdout } = await said(`doctor ${served.url} --json -`, { ADCP_AUTH_TOKEN: 'buyer-token-1' })
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    doctor_version: '1',
    exit_code: 0,
    agents: [
      {
        url: served.url,
        reached: true,
        findings: expect.arrayContaining([{ area: 'tools', level: 'ok', what: '5 tools' }]),
      },
    ],
  })
})

it('writes that beside what people read', async () => {
  const file = join(folder, 'doctor.json')
  const { stdout } = await said(`doctor ${served.url} --json ${file}`, { ADCP_AUTH_TOKEN: 'buyer-token-1' })
  expect(stdout).toContain('a run can begin')
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ exit_code: 0 })
})

it('takes a whole configuration file, and looks at each agent of it', async () => {
  const file = join(folder, 'adcp-gov-comply.yaml')
  await writeFile(
    file,
    `agents: { one: { url: "${served.url}", auth: { bearer: { env: T } } }, two: { url: "http://127.0.0.1:1/mcp" } }
profile: governance-agent@3.0
limits: { run_timeout: 5 }
`,
  )
  const { code, stdout } = await said(`doctor --config ${file}`, { T: 'buyer-token-1' })
  expect(code).toBe(4)
  expect(stdout).toContain(`\n${served.url}\n`)
  expect(stdout).toContain('\nhttp://127.0.0.1:1/mcp\n')
})

it('needs an agent', async () => {
  const { code, stderr } = await said(`doctor --config ${join(folder, 'none.yaml')}`)
  expect(code).toBe(2)
  expect(stderr).toContain('none.yaml')
})

it('shows in its help only what matters to it', async () => {
  const { stdout } = await said('doctor --help')
  expect(stdout).toContain('--auth-env')
  expect(stdout).toContain('--protocol')
  expect(stdout).not.toContain('--profile')
  expect(stdout).not.toContain('--reporter')
})
