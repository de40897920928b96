import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../load/package-root.ts'

const built = existsSync(join(packageRoot(), 'dist', 'build.json'))
if (!built) console.warn('SKIPPED: evidence in a second clone, because dist/ is not there. Run `npm run build` first.')

describe.skipIf(!built)('a bundle that was made in one clone, verified in another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clones-'))
  const [here, there] = [join(folder, 'here'), join(folder, 'somewhere', 'else')]
  const bundle = join(folder, 'run.adcpbundle')

  beforeAll(async () => {
    for (const clone of [here, there]) copyTo(clone)
    const made = await ran(here, `demo -q --storyboard governance_agent/budget --evidence ${bundle}`)
    expect(made).toMatchObject({ code: 0, stderr: '' })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('of the same version is the same, with no word about where it was made', async () => {
    const { code, stdout } = await ran(there, `verify ${bundle}`)
    expect(stdout).toContain('same: the whole report follows from the recorded exchanges')
    expect(stdout).not.toMatch(/note: (it was made|the schemas)/)
    expect(code).toBe(0)
    expect(readFileSync(bundle).includes(folder)).toBe(false)
  }, 60_000)

  it('whose storyboards were changed is said to be another build', async () => {
    const file = join(there, 'storyboards', 'governance-agent', 'budget.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, `${text}# changed\n`)
    const { stdout } = await ran(there, `verify ${bundle}`)
    writeFileSync(file, text)
    expect(stdout).toMatch(/^note: it was made by another build of version \d/m)
  }, 60_000)

  it('of another version is said to be of another release', async () => {
    const file = join(there, 'package.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...manifest, version: '9.9.9' }))
    const { stdout } = await ran(there, `verify ${bundle}`)
    expect(stdout).toContain(`note: it was made by version ${manifest.version}, and this is 9.9.9`)
  }, 60_000)
})

function copyTo(clone: string): void {
  for (const part of ['package.json', 'bin', 'dist', 'storyboards', 'schemas', 'test-kits'])
    cpSync(join(packageRoot(), part), join(clone, part), { recursive: true })
}

function ran(clone: string, words: string) {
  const args = [join(clone, 'bin', 'adcp-gov-comply.js'), ...words.split(' ')]
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, args, { cwd: clone, timeout: 50_000 }, (error, stdout, stderr) =>
      done({ code: error ? error.code : 0, stdout, stderr }),
    )
  })
}
