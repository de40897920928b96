import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/adcp-gov-comply.js', import.meta.url))
const built = existsSync(fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url)))
if (!built) console.warn('SKIPPED: the program as a process, because dist/ is not there. Run `npm run build` first.')

let folder = ''
let silent: Server
let asked: Promise<void>
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spawned-'))
  silent = createServer()
  asked = new Promise((done) => silent.once('request', () => done()))
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  silent.closeAllConnections()
  silent.close()
  await rm(folder, { recursive: true, force: true })
})

const url = () => `http://127.0.0.1:${(silent.address() as AddressInfo).port}/mcp`

function start(args: readonly string[], script = bin, cwd = process.cwd()) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'], cwd })
  children.push(child)
  const text = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    text.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    text.stderr += chunk
  })
  const ended = new Promise<number | null>((done) => child.once('close', done))
  return { child, text, ended }
}

describe.skipIf(!built)('the program as a process', () => {
  it('exits with the code of its verdict, the report on stdout and the talk on stderr', async () => {
    const { text, ended } = start(['http://127.0.0.1:1/mcp', '--json', '-'])
    expect(await ended).toBe(4)
    expect(JSON.parse(text.stdout)).toMatchObject({ verdict: { status: 'unreachable' } })
    expect(text.stderr).toContain('contacting')
  })

  it('ends quietly when nobody reads on', async () => {
    const { child, text, ended } = start(['explain', 'GOV-GA-040'])
    child.stdout.destroy()
    expect(await ended).toBe(0)
    expect(text.stderr).toBe('')
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('on %s writes a partial report and exits %i', async (signal, code) => {
    const file = join(folder, 'report.json')
    const { child, text, ended } = start([url(), '--json', file])
    await asked
    child.kill(signal)
    expect(await ended).toBe(code)
    expect(text.stdout).toContain(`exit ${code}, ended by ${signal}`)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ verdict: { stopped: signal, exit_code: code } })
  })

  it('serves until SIGTERM', async () => {
    const { child, text, ended } = start(['serve', 'governance-agent'])
    await new Promise<void>((done) => child.stderr.once('data', () => done()))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(text.stderr).toMatch(/^governance agent without a fault: http:\/\/127\.0\.0\.1:\d+\/mcp\n/)
  })
})

it('that was not built says so', async () => {
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  cpSync(bin, join(folder, 'bin', 'adcp-gov-comply.js'))
  const { text, ended } = start([], join(folder, 'bin', 'adcp-gov-comply.js'))
  expect(await ended).toBe(5)
  expect(text).toEqual({
    stdout: '',
    stderr: 'adcp-gov-comply: the program is not built yet. Run `npm run build` first.\n',
  })
})

describe.skipIf(!built)('the configuration file of the current folder', () => {
  it('names the agent of a run in which nothing is typed', async () => {
    await writeFile(
      join(folder, 'adcp-gov-comply.yaml'),
      'agent: http://127.0.0.1:1/mcp\nreporters: { json: out.json }\n',
    )
    const { text, ended } = start(['run'], bin, folder)
    expect(await ended).toBe(4)
    expect(text.stderr).toContain('contacting http://127.0.0.1:1/mcp')
    expect(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8'))).toMatchObject({ verdict: { exit_code: 4 } })
  })

  it.each([
    ['auth: hush-hush\n', ':1:1  auth holds a secret, and this file is no place for it: '],
    ['agent: [\n', ':2:1  '],
    [
      'agent: http://127.0.0.1:1\nauth: { bearer: { file: no.txt } }\n',
      'no.txt: there is no such file. Check the path.\n',
    ],
  ])('that is wrong is told in a line, and ends with 2: %j', async (config, message) => {
    await writeFile(join(folder, 'adcp-gov-comply.yaml'), config)
    const { text, ended } = start(['run'], bin, folder)
    expect(await ended).toBe(2)
    expect(text.stdout).toBe('')
    expect(text.stderr).toContain(message)
    expect(text.stderr).not.toContain('hush-hush')
  })
})
