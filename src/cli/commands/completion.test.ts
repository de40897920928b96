import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { placesOf } from '../completion/places.ts'
import { said, testIo } from '../io.fixture.ts'
import { buildProgram } from '../program.ts'

const bash = (await said('completion bash')).stdout

/** What bash would offer behind these words, of which the last is being typed. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${bash}
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_adcp_gov_comply
printf '%s\\n' "\${COMPREPLY[@]}"`
  const out = execFileSync('bash', ['-c', script, 'bash', 'adcp-gov-comply', ...words], {
    encoding: 'utf8',
    timeout: 10_000,
  })
  return out.split('\n').filter((line) => line !== '')
}

const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0

describe('the script', () => {
  it.each(['bash', 'zsh', 'fish'] as const)('for %s is one that the shell can read', async (shell) => {
    const { code, stdout } = await said(`completion ${shell}`)
    expect(code).toBe(0)
    expect(stdout).toContain('self-test')
    if (!has(shell)) return console.warn(`SKIPPED: the syntax of the script for ${shell}, which is not on this machine`)
    expect(spawnSync(shell, ['-n', '-c', stdout], { encoding: 'utf8', timeout: 10_000 })).toMatchObject({
      status: 0,
      stderr: '',
    })
  })

  it('for another shell is refused, with those there are', async () => {
    const { code, stderr } = await said('completion tcsh')
    expect(code).toBe(2)
    expect(stderr).toContain('bash, zsh, fish')
  })
})

describe.skipIf(!has('zsh'))('zsh', () => {
  it('knows who completes the words of the program once the script is sourced', async () => {
    const { stdout: script } = await said('completion zsh')
    const commands = `autoload -U compinit && compinit -D -u\n${script}\nprint -r -- $_comps[adcp-gov-comply]`
    const { stdout, stderr } = spawnSync('zsh', ['-f', '-s'], { input: commands, encoding: 'utf8', timeout: 10_000 })
    expect({ stdout, stderr }).toEqual({ stdout: '_adcp_gov_comply\n', stderr: '' })
  })
})

describe.skipIf(!has('fish'))('fish offers', () => {
  it('the options of a command', async () => {
    const { stdout: script } = await said('completion fish')
    const asked = `${script}\ncomplete -C 'adcp-gov-comply demo --faul'`
    const { stdout } = spawnSync('fish', ['--no-config', '-c', asked], { encoding: 'utf8', timeout: 10_000 })
    expect(stdout.trim().split('\t')[0]).toBe('--fault')
  })
})

describe.skipIf(!has('bash'))('bash offers', () => {
  it('commands and the options of a run at the start', () => {
    expect(offered('se')).toEqual(['serve', 'self-test'])
    expect(offered('--su')).toEqual(['--suite'])
    expect(offered('--vers')).toEqual(['--version'])
  })

  it('the options of a command, and of no other', () => {
    expect(offered('demo', '--fault')).toEqual(['--fault'])
    expect(offered('coverage', '--fault')).toEqual([])
  })

  it('the choices of an option', () => {
    expect(offered('run', '--suite', '')).toEqual(['governance', 'official', 'all'])
    expect(offered('--protocol', 'm')).toEqual(['mcp'])
    expect(offered('init', '--ci', 'g')).toEqual(['github', 'gitlab'])
  })

  it('nothing where anything can stand, and leaves files to the shell', () => {
    expect(offered('run', '--timeout', '')).toEqual([])
    expect(offered('run', '--json', '')).toEqual([])
  })

  it('commands within commands, and the choices of arguments', () => {
    expect(offered('bundle', 'a')).toEqual(['add'])
    expect(offered('bundle', 'add', '--sha')).toEqual(['--sha256'])
    expect(offered('list', 're')).toEqual(['requirements'])
    expect(offered('completion', '')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']))
  })
})

describe('the places', () => {
  const places = placesOf(
    buildProgram(testIo(), () => {}),
    'run',
  )

  it('are those of the program, however deep', () => {
    expect(places.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['', 'run', 'doctor', 'bundle add', 'config print', 'test-kit init']),
    )
  })

  it('know what follows an option', () => {
    const run = places.find(({ path }) => path === 'run')
    const kindOf = (word: string) => run?.options.find(({ words }) => words.includes(word))?.value
    expect(['--quiet', '--json', '--timeout', '--dates'].map(kindOf)).toEqual([
      'none',
      'file',
      'any',
      ['shift', 'as-written'],
    ])
  })

  it('leave out what the help leaves out', () => {
    const doctor = places.find(({ path }) => path === 'doctor')
    expect(doctor?.options.flatMap(({ words }) => words)).not.toContain('--profile')
  })
})
