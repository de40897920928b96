import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { toolVersion } from '../load/index.ts'
import { root } from './pages.fixture.ts'

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
const step = (id: string) =>
  action.runs.steps.find((one: { id?: string; name?: string }) => one.id === id || one.name === id)

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'action-'))
  // Tells what it was called with, and ends as it is told.
  await writeFile(
    join(folder, 'npx'),
    '#!/bin/sh\nprintf "%s\\n" "$@"\necho "token=$ADCP_AUTH_TOKEN"\n[ -z "$CODE" ] || exit "$CODE"\n',
  )
  chmodSync(join(folder, 'npx'), 0o755)
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Runs the script of a step as the runner does, with these inputs; the others are as they stand in the action. */
function done(id: string, inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const { run, env: wanted } = step(id) as { run: string; env: Record<string, string> }
  const filled = Object.entries(wanted).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? ''
    return [name, inputs[input] ?? action.inputs[input].default]
  })
  const output = join(folder, 'output')
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    encoding: 'utf8',
    timeout: 10_000,
    env: { PATH: `${folder}:${process.env.PATH}`, GITHUB_OUTPUT: output, ...env, ...Object.fromEntries(filled) },
  })
  expect(stderr).toBe('')
  return { status, words: stdout.trimEnd().split('\n'), output: existsSync(output) ? readFileSync(output, 'utf8') : '' }
}

const start = ['--yes', `adcp-gov-comply@${toolVersion()}`, 'run', '--no-color']
const told = ['--reporter', 'github-summary', '--reporter', 'github-annotations']
const kept = ['--reporter', 'json=adcp-report.json', '--reporter', 'html=adcp-report.html']

describe('the action', () => {
  it('runs this version with summary, annotations and reports', () => {
    expect(done('run', { url: 'https://a.example/mcp', token: 'secret' })).toEqual({
      status: 0,
      words: [...start, ...told, ...kept, 'https://a.example/mcp', 'token=secret'],
      output: 'exit-code=0\n',
    })
  })

  it('leaves everything to the configuration file, and the token to the job', () => {
    expect(done('run', {}, { ADCP_AUTH_TOKEN: 'of the job' }).words).toEqual([
      ...start,
      ...told,
      ...kept,
      'token=of the job',
    ])
  })

  it('hands on what is said, and lets no input be a command', () => {
    const inputs = {
      url: '$(touch x); y',
      profile: 'p@3.0',
      'adcp-version': '3.1',
      args: '--delay\n200\n',
      reporters: '',
    }
    const words = ['--profile', 'p@3.0', '--adcp-version', '3.1', '--delay', '200', '$(touch x); y']
    expect(done('run', inputs).words).toEqual([...start, ...told, ...words, 'token='])
  })

  it.each([1, 3, 4])('fails with the exit code %i, and says it', (code) => {
    expect(done('run', {}, { CODE: String(code) })).toMatchObject({ status: code, output: `exit-code=${code}\n` })
  })

  it('installs a bundle, by its checksum if there is one', () => {
    const install = ['--yes', `adcp-gov-comply@${toolVersion()}`, 'bundle', 'add', 'b.tgz']
    expect(done('Install the bundle', { bundle: 'b.tgz' }).words).toEqual([...install, 'token='])
    expect(done('Install the bundle', { bundle: 'b.tgz', 'bundle-sha256': 'abc' }).words).toEqual([
      ...install,
      '--sha256',
      'abc',
      'token=',
    ])
  })

  it('puts no input into a script', () => {
    const scripts = action.runs.steps.map((one: { run?: string }) => one.run ?? '').join('\n')
    expect(scripts).not.toContain('${{')
  })
})

describe('the Dockerfile', () => {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n')
  const instructions = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))

  it('pins its images, and ends as a user without rights', () => {
    for (const image of instructions('FROM')) expect(image).toMatch(/^node:20\.\d+-[a-z]+[\d.]*(-slim)?( AS \w+)?$/)
    expect(instructions('USER')).toEqual(['node'])
    expect(lines.lastIndexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('RUN ')))
  })

  it('copies what there is', () => {
    const named = instructions('COPY').flatMap((line) =>
      line.startsWith('--from') ? [] : line.split(' ').slice(0, -1),
    )
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})
