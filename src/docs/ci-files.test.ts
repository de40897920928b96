import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ciFiles } from '../cli/init/ci-files.ts'
import { toolVersion } from '../load/index.ts'
import { actionFaults, workflowFaults } from './github-parser.fixture.ts'
import { blocks, pages, root } from './pages.fixture.ts'

const read = (name: string) => readFileSync(join(root, name), 'utf8')
const ciPage = pages.find(({ path }) => path === 'docs/ci.md')
if (!ciPage) throw new Error('docs/ci.md is gone')

const shellcheck = spawnSync('shellcheck', ['--version']).status === 0
if (!shellcheck) console.info('SKIPPED: shellcheck on the shell scripts, because it is not installed.')

const inYaml = blocks(ciPage, 'yaml')
const inGroovy = blocks(ciPage, 'groovy')
const workflow = ciFiles.github.text(toolVersion())

/** The shell scripts in a YAML file, wherever they stand. */
function scriptsIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'run' && typeof value === 'string') return [value]
    return key === 'script' && Array.isArray(value) ? value.map(String) : scriptsIn(value)
  })
}

describe('the GitHub action', () => {
  it('is one to the parser of GitHub', () => {
    expect(actionFaults(read('action.yml'))).toEqual([])
  })

  it('would not be with a key that does not exist', () => {
    expect(actionFaults(read('action.yml').replace('branding:', 'brand:'))).not.toEqual([])
  })

  it('has all its inputs, and no other, on the page', () => {
    const names = Object.keys(parse(read('action.yml')).inputs)
    const rows = [...ciPage.text.matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) +\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
    )
    expect(rows.filter((name) => names.includes(name ?? '')).sort()).toEqual([...names].sort())
  })
})

describe('the GitHub workflow', () => {
  it('is one to the parser of GitHub', async () => {
    expect(await workflowFaults(workflow)).toEqual([])
  })

  it('would not be with a key that does not exist', async () => {
    expect(await workflowFaults(workflow.replace('timeout-minutes', 'timeout-minuets'))).not.toEqual([])
  })

  it('uses the action of the page as a step that may stand in it', async () => {
    const step = inYaml.find((block) => block.startsWith('- uses: OWNER/'))
    const lines = (step ?? '').trimEnd().split('\n')
    const steps = lines.map((line) => `      ${line}`).join('\n')
    expect(await workflowFaults(`on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}\n`)).toEqual(
      [],
    )
  })
})

describe('the files on the page', () => {
  it('are those that init writes', () => {
    expect(inYaml).toContain(workflow)
    expect(inYaml).toContain(ciFiles.gitlab.text(toolVersion()))
    expect(inGroovy).toEqual([ciFiles.jenkins.text(toolVersion())])
  })
})

describe('the GitLab job', () => {
  it('has a script and keeps its reports, whatever the exit code', () => {
    expect(parse(ciFiles.gitlab.text('1.2.3'))).toEqual({
      'adcp-gov-comply': {
        image: 'node:20-slim',
        stage: 'test',
        timeout: '20 minutes',
        script: [expect.stringMatching(/^npx --yes adcp-gov-comply@1\.2\.3 run --no-color /)],
        artifacts: {
          when: 'always',
          paths: ['adcp-report.json', 'adcp-report.html'],
          reports: { junit: 'adcp-report.xml' },
        },
      },
    })
  })
})

describe('the Jenkins pipeline', () => {
  it('closes what it opens', () => {
    const text = ciFiles.jenkins.text('1.2.3').replace(/'''[\s\S]*?'''|'[^'\n]*'|"[^"\n]*"|\/\/.*/g, '""')
    const open: string[] = []
    for (const char of text.match(/[(){}[\]]/g) ?? []) {
      if ('({['.includes(char)) open.push(char)
      else expect(`${open.pop()}${char}`).toMatch(/^(\(\)|\{\}|\[\])$/)
    }
    expect(open).toEqual([])
    expect(text).not.toContain("'")
  })
})

describe('the Dockerfile', () => {
  it('has no fault that its linter finds', () => {
    expect(validate(read('Dockerfile')).map(({ message }) => message)).toEqual([])
  })

  it('would have one with an instruction that does not exist', () => {
    expect(validate(`${read('Dockerfile')}\nEXPOSED 80\n`)).toHaveLength(1)
  })
})

describe.skipIf(!shellcheck)('the shell scripts', () => {
  const scripts = [
    ...[read('action.yml'), workflow, ciFiles.gitlab.text('1.2.3')].flatMap((text) => scriptsIn(parse(text))),
    read('.ci/run'),
  ]
  it.each(scripts)('have no fault that shellcheck finds: %#', (script) => {
    const { stdout } = spawnSync('shellcheck', ['--shell=bash', '-'], {
      input: script,
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(stdout).toBe('')
  })
})
