import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadConfig } from '../../load/config.ts'
import { toolVersion } from '../../load/index.ts'
import { said, testIo } from '../io.fixture.ts'
import { buildProgram } from '../program.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'init-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const inFolder = (path: string) => join(folder, path)
const read = (path: string) => readFile(inFolder(path), 'utf8')

describe('the configuration file', () => {
  it('is one that a run takes, and names no secret', async () => {
    const { code, stdout, stderr } = await said(`init https://agent.example.com/mcp?a=1 --folder ${folder}`)
    expect(code).toBe(0)
    expect(stdout).toBe(`${inFolder('adcp-gov-comply.yaml')}\n`)
    expect(stderr).toContain('1. Put its token into the variable ADCP_AUTH_TOKEN')
    const { value } = await loadConfig(inFolder('adcp-gov-comply.yaml'))
    expect(value).toEqual({
      agent: 'https://agent.example.com/mcp?a=1',
      auth: { bearer: { env: 'ADCP_AUTH_TOKEN' } },
      adcp_version: '3.0',
      profile: 'governance-agent-core@3.0',
      reporters: { json: 'adcp-report.json', html: 'adcp-report.html' },
    })
  })

  it('holds with all that stands in it behind a #', async () => {
    await said(`init --adcp-version 3.1 --folder ${folder}`)
    const text = (await read('adcp-gov-comply.yaml')).replace(/^# (?=principals|limits|test_kit| )/gm, '')
    await writeFile(inFolder('adcp-gov-comply.yaml'), text)
    const { value } = await loadConfig(inFolder('adcp-gov-comply.yaml'))
    expect(value).toMatchObject({
      profile: 'governance-agent-core@3.1',
      principals: { seller: {}, second_buyer: {} },
      limits: { timeout: 30 },
      test_kit: 'test-kit.yaml',
    })
  })

  it('is one that "config print" understands', async () => {
    await said(`init --folder ${folder}`)
    const { code, stdout } = await said(`config print -- --config ${inFolder('adcp-gov-comply.yaml')}`)
    expect(code).toBe(0)
    expect(stdout).toContain('governance-agent-core@3.0')
  })

  it('without an address says that one is missing', async () => {
    const { stderr } = await said(`init --folder ${folder}`)
    expect(stderr).toContain("1. Put your agent's address into adcp-gov-comply.yaml.")
    expect(await read('adcp-gov-comply.yaml')).toContain('agent: "https://agent.example/mcp"')
  })

  it.each(['agent.example', 'ftp://agent.example', 'https://me:secret@agent.example'])(
    'is not written for the address %s',
    async (url) => {
      const { code, stderr } = await said(`init ${url} --folder ${folder}`)
      expect(code).toBe(2)
      expect(stderr).not.toContain('secret')
      expect(existsSync(inFolder('adcp-gov-comply.yaml'))).toBe(false)
    },
  )
})

describe('what is there already', () => {
  it('stays, while the rest is written', async () => {
    await writeFile(inFolder('adcp-gov-comply.yaml'), 'mine')
    const { code, stdout, stderr } = await said(`init --ci github --folder ${folder}`)
    expect(code).toBe(0)
    expect(stdout).toBe(`${inFolder('.github/workflows/adcp-gov-comply.yml')}\n`)
    expect(stderr).toContain('adcp-gov-comply.yaml is there already, and stays; --force replaces it\n')
    expect(await read('adcp-gov-comply.yaml')).toBe('mine')
  })

  it('is a mistake when nothing else is to be written', async () => {
    await said(`init --folder ${folder}`)
    const { code, stderr } = await said(`init --folder ${folder}`)
    expect(code).toBe(2)
    expect(stderr).toContain('adcp-gov-comply.yaml is there already; replace with --force')
  })

  it('is replaced by force', async () => {
    await writeFile(inFolder('adcp-gov-comply.yaml'), 'mine')
    expect(await said(`init --force --folder ${folder}`)).toMatchObject({ code: 0 })
    expect(await read('adcp-gov-comply.yaml')).toContain('agent:')
  })
})

/** Accepts the words of a run, or throws. */
async function parsed(words: readonly string[]): Promise<void> {
  const program = buildProgram(testIo(), () => {})
  for (const command of program.commands) command.action(() => {})
  await program.parseAsync(words, { from: 'user' })
}

function runLine(text: string): readonly string[] {
  const line = /npx --yes adcp-gov-comply@(\S+) (run[\s\S]*?)(?:'''|\n\s*(?:- |artifacts))/.exec(text)
  expect(line?.[1]).toBe(toolVersion())
  return (line?.[2] ?? '').split(/[\s\\]+/).filter((word) => word !== '')
}

describe('the job', () => {
  it.each([
    ['github', '.github/workflows/adcp-gov-comply.yml'],
    ['gitlab', '.gitlab/adcp-gov-comply.yml'],
    ['jenkins', 'Jenkinsfile.adcp-gov-comply'],
  ])('for %s is written, pinned to this version, with options that there are', async (ci, path) => {
    const { code, stderr } = await said(`init https://agent.example.com/mcp --ci ${ci} --folder ${folder}`)
    expect(code).toBe(0)
    expect(stderr).toMatch(/ {2}4\. /)
    await expect(parsed(runLine(await read(path)))).resolves.toBeUndefined()
  })

  it('for github asks for no more rights than to read', async () => {
    await said(`init --ci github --folder ${folder}`)
    const workflow = parse(await read('.github/workflows/adcp-gov-comply.yml'))
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(workflow.jobs['adcp-gov-comply'].steps).toHaveLength(4)
    expect(workflow.jobs['adcp-gov-comply'].steps[2].env).toEqual({
      ADCP_AUTH_TOKEN: `\${{ secrets.ADCP_AUTH_TOKEN }}`,
    })
  })

  it('for gitlab is YAML', async () => {
    await said(`init --ci gitlab --folder ${folder}`)
    expect(parse(await read('.gitlab/adcp-gov-comply.yml'))['adcp-gov-comply'].artifacts.reports).toEqual({
      junit: 'adcp-report.xml',
    })
  })

  it('for another server is refused', async () => {
    expect(await said(`init --ci travis --folder ${folder}`)).toMatchObject({ code: 2 })
  })
})
