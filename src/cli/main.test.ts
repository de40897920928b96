import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServedAgent } from '../reference/serve.ts'
import { said, testIo } from './io.fixture.ts'
import { main } from './main.ts'
import { serveReference } from './reference-agent.ts'

const servers: Server[] = []
const agents: ServedAgent[] = []
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'))
})
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
  for (const agent of agents.splice(0)) await agent.close()
  await rm(folder, { recursive: true, force: true })
})

async function conformantAgent(): Promise<string> {
  const served = await serveReference({ port: 0 }, testIo())
  agents.push(served)
  return served.url
}

async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`
}

describe('the command line', () => {
  it('tells its version and its help on stdout', async () => {
    expect(await said('--version')).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' })
    const help = await said('--help')
    expect(help).toEqual({ code: 0, stdout: expect.stringContaining('Usage: adcp-gov-comply'), stderr: '' })
    expect(help.stdout).toContain('Exit codes: 0 conformant')
    expect((await said('run --help')).stdout).toContain('--auth-env <name>')
  })

  it('without words shows its help on stderr and exits 2', async () => {
    const { code, stdout, stderr } = await said('')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: adcp-gov-comply')
  })

  it.each([
    ['--profle x https://a.example', "adcp-gov-comply: unknown option '--profle'\n(Did you mean --profile?)\n"],
    [
      'run',
      'adcp-gov-comply: no agent is named. Give its URL, an alias of the official command line, --agent key=url, or "agent:" in adcp-gov-comply.yaml.\n',
    ],
    ['lst', 'adcp-gov-comply: "lst" is neither a URL nor a command; did you mean "list"?\n'],
    [
      'localhost:3000/mcp',
      'adcp-gov-comply: "localhost:3000/mcp" is not a whole URL; did you mean "http://localhost:3000/mcp"?\n',
    ],
    [
      'agent.example/mcp',
      'adcp-gov-comply: "agent.example/mcp" is not a whole URL; did you mean "https://agent.example/mcp"?\n',
    ],
    ['ftp://a.example/', 'adcp-gov-comply: "ftp://a.example/" does not begin with https:// or http://.\n'],
    ['https://a.example --json=', 'adcp-gov-comply: --json needs the name of a file, or - for stdout.\n'],
    ['nonsense', 'adcp-gov-comply: "nonsense" is not a URL: write it in full, like https://agent.example/mcp.\n'],
    ['https://a.example x', "adcp-gov-comply: too many arguments for 'run'. Expected 1 argument but got 2.\n"],
    [
      'https://a.example --adcp-version 3.1',
      'adcp-gov-comply: AdCP 3.1.19 is not at hand; this build carries 3.0.6. Install its official bundle: adcp-gov-comply bundle add https://adcontextprotocol.org/protocol/3.1.19.tgz.\n',
    ],
    [
      'https://a.example --adcp-version 4',
      'adcp-gov-comply: --adcp-version "4" is not one this release knows. Use 3.0 or 3.1, or a release of them such as 3.1.19.\n',
    ],
    [
      'https://a.example --timeout soon',
      "adcp-gov-comply: option '--timeout <seconds>' argument 'soon' is invalid. It must be a number of seconds, above 0 and at most 86400.\n",
    ],
    [
      'https://a.example --timeout 0',
      "adcp-gov-comply: option '--timeout <seconds>' argument '0' is invalid. It must be a number of seconds, above 0 and at most 86400.\n",
    ],
    [
      'https://a.example --dates never',
      "adcp-gov-comply: option '--dates <how>' argument 'never' is invalid. Allowed choices are shift, as-written.\n",
    ],
    [
      'https://a.example --profile x --storyboard y',
      "adcp-gov-comply: option '--profile <id>' cannot be used with option '--storyboard <name>'\n",
    ],
    [
      'https://a.example --auth-env NOPE',
      'adcp-gov-comply: the environment variable NOPE that --auth-env names is not set. Set it, or name another one.\n',
    ],
    [
      'https://a.example --profile governance-agent-cor@3.0',
      expect.stringMatching(
        /^adcp-gov-comply: no profile "governance-agent-cor@3\.0"; the profiles are .*; did you mean "governance-agent-core@3\.0"/,
      ),
    ],
  ])('refuses %s with the way out, and 2', async (words, stderr) => {
    expect(await said(words)).toEqual({ code: 2, stdout: '', stderr })
  })

  it('does not repeat a secret that stands in the URL', async () => {
    const { code, stderr } = await said('https://me:topsecret@a.example/mcp')
    expect(code).toBe(2)
    expect(stderr).not.toContain('topsecret')
  })

  it('finds out before the run that the report cannot be written', async () => {
    let asked = 0
    const url = await listening(() => {
      asked += 1
    })
    const { code, stderr } = await said(`${url} --json ${folder}/absent/out.json`)
    expect({ code, asked }).toEqual({ code: 2, asked: 0 })
    expect(stderr).toContain(`cannot write ${folder}/absent/out.json: its directory does not exist.`)
  })
})

describe('a run', () => {
  it('of an agent that is not there reports so, writes the machine report and exits 4', async () => {
    const file = join(folder, 'out.json')
    const { code, stdout } = await said(`http://127.0.0.1:1/mcp --json ${file}`)
    expect(code).toBe(4)
    expect(stdout).toMatch(/^UNREACHABLE {2}governance-agent-core@3\.0 /m)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ verdict: { status: 'unreachable', exit_code: 4 } })
  })

  it('with --json - puts the machine report alone on stdout', async () => {
    const { code, stdout, stderr } = await said('http://127.0.0.1:1/mcp --json -')
    expect(JSON.parse(stdout)).toMatchObject({ verdict: { exit_code: code } })
    expect(stderr).toContain('contacting http://127.0.0.1:1/mcp')
  })

  it('with --quiet says nothing on stderr', async () => {
    expect(await said('http://127.0.0.1:1/mcp --quiet')).toMatchObject({ code: 4, stderr: '' })
  })

  it('never shows the token, though the agent repeats it, and warns of --auth', async () => {
    const url = await listening((request, response) => {
      response.writeHead(401, { 'content-type': 'text/plain', location: `/?t=${request.headers.authorization}` })
      response.end(`who is ${request.headers.authorization}? ${request.headers['x-key']}`)
    })
    const env = { KEY: 'header-secret-1' }
    const { code, stdout, stderr } = await said(`${url} --auth typed-secret-1 --header-env X-Key=KEY --json -`, env)
    expect(code).toBe(4)
    expect(stdout + stderr).not.toMatch(/typed-secret-1|header-secret-1/)
    expect(stderr).toContain('warning: --auth puts the secret where other users of this machine can see it')
  })

  it('that is interrupted reports what it knows and exits 130', async () => {
    const io = testIo()
    const served = await conformantAgent()
    const stderr = {
      ...io.stderr,
      write: (text: string) => {
        io.stderr.write(text)
        if (text.startsWith('storyboard governance_agent/denial')) io.signal('SIGINT')
      },
    }
    const code = await main([served, '--json', join(folder, 'out.json')], { ...io, stderr, exitNow: () => {} })
    expect(code).toBe(130)
    expect(io.heard().stdout).toContain('exit 130, ended by SIGINT')
    const written = JSON.parse(await readFile(join(folder, 'out.json'), 'utf8'))
    expect(written).toMatchObject({ verdict: { status: 'incomplete', stopped: 'SIGINT', exit_code: 130 } })
    expect(written.counts.steps).toMatchObject({ passed: 1, failed: 0 })
  })

  it('that is interrupted while its report is made writes the report all the same, and exits 130', async () => {
    const io = testIo()
    const stdout = {
      ...io.stdout,
      write: (text: string) => {
        io.stdout.write(text)
        io.signal('SIGINT')
      },
    }
    const file = join(folder, 'out.json')
    expect(await main(['http://127.0.0.1:1/mcp', '--json', file, '--quiet'], { ...io, stdout })).toBe(130)
    expect(io.heard().stdout).toContain('UNREACHABLE')
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ verdict: { status: 'unreachable' } })
    expect(io.exits).toEqual([])
  })

  it('that is interrupted at first contact exits 143', async () => {
    const io = testIo()
    const url = await listening(() => io.signal('SIGTERM'))
    expect(await main([url, '--quiet'], io)).toBe(143)
    expect(io.heard().stdout).toContain('exit 143, ended by SIGTERM')
  })

  it('takes agent, credentials and storyboard from a configuration file', async () => {
    const io = testIo()
    const served = await serveReference({ port: 0, bearerTokens: new Map([['config-secret-1', 'buyer']]) }, io)
    agents.push(served)
    const config = join(folder, 'c.yaml')
    const text = `agent: ${served.url}\nauth: { bearer: { env: SECRET } }\nstoryboards: [governance_agent/denial]\n`
    await writeFile(config, text)
    const { code, stdout } = await said(`run --config ${config} --json - --quiet`, { SECRET: 'config-secret-1' })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ verdict: { status: 'conformant' } })
    expect(stdout).not.toContain('config-secret-1')
    const unset = await said(`run --config ${config}`)
    expect(unset).toEqual({
      code: 2,
      stdout: '',
      stderr: `adcp-gov-comply: ${config}:2: auth.bearer.env names the environment variable SECRET, which is not set. Set it, or name another one.\n`,
    })
  })

  it('takes the agent from an alias of the official command line', async () => {
    await mkdir(join(folder, '.adcp'))
    const saved = { agents: { mine: { url: 'http://127.0.0.1:1/mcp', auth_token: 'alias-secret-1' } } }
    await writeFile(join(folder, '.adcp', 'config.json'), JSON.stringify(saved))
    const { code, stderr } = await said('mine --json -', { HOME: folder })
    expect(code).toBe(4)
    expect(stderr).toContain('contacting http://127.0.0.1:1/mcp')
    expect((await said('mien', { HOME: folder })).stderr).toBe(
      'adcp-gov-comply: "mien" is neither a URL nor an agent that is known; there are mine; did you mean "mine"?\n',
    )
  })

  it('without a token that could be had exits 4, and says why', async () => {
    const words =
      'https://a.example --oauth-client-id me --oauth-client-secret-env SECRET --oauth-token-url http://127.0.0.1:1/t'
    const { code, stdout } = await said(`${words} --quiet`, { SECRET: 'client-secret-1' })
    expect(code).toBe(4)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('the token endpoint http://127.0.0.1:1/t could not be reached')
    expect(stdout).not.toContain('client-secret-1')
  })

  it('of a storyboard file that is wrong names the place and sends nothing', async () => {
    const { code, stderr } = await said('http://127.0.0.1:1/mcp --storyboard test-kits/acme-outdoor.yaml')
    expect(code).toBe(2)
    expect(stderr).toMatch(/must be mended before anything is sent:\ntest-kits\/acme-outdoor\.yaml:\d+:\d+ {2}/)
  })
})
