import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { create } from 'tar'
import { describe, expect, it } from 'vitest'
import { addBundle } from './add.ts'
import { scratch, smallBundle } from './small-bundle.fixture.ts'

async function archived(root: string): Promise<string> {
  const file = join(await scratch(), 'bundle.tgz')
  await create({ gzip: true, file, cwd: dirname(root) }, (await readdir(dirname(root))) as string[])
  return file
}

async function installedNote(bundles: string): Promise<unknown> {
  return JSON.parse(await readFile(join(bundles, '3.1.7', 'schemas', 'manifest.json'), 'utf8')).note
}

describe('a sound bundle', () => {
  it('is installed from a folder', async () => {
    const bundles = await scratch()
    expect(await addBundle(await smallBundle(), bundles)).toEqual({ release: '3.1.7', folder: join(bundles, '3.1.7') })
    expect(await readdir(bundles)).toEqual(['3.1.7'])
  })

  it('is installed from an archive with the right checksum', async () => {
    const bundles = await scratch()
    const file = await archived(await smallBundle())
    const sha256 = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
    expect(await addBundle(file, bundles, { sha256: sha256.toUpperCase() })).toMatchObject({ release: '3.1.7', sha256 })
    expect(await installedNote(bundles)).toBe('first')
  })

  it('takes the place of the one before', async () => {
    const bundles = await scratch()
    await addBundle(await smallBundle(), bundles)
    await addBundle(await smallBundle('3.1.7', 'second'), bundles)
    expect(await installedNote(bundles)).toBe('second')
    expect(await readdir(bundles)).toEqual(['3.1.7'])
  })
})

describe('what is refused leaves everything as it was', () => {
  async function refusal(source: string, sha256?: string): Promise<string> {
    const bundles = await scratch()
    await addBundle(await smallBundle(), bundles)
    const error = await addBundle(source, bundles, sha256 === undefined ? {} : { sha256 }).then(
      () => undefined,
      (reason: Error) => reason,
    )
    expect(await installedNote(bundles)).toBe('first')
    expect(await readdir(bundles)).toEqual(['3.1.7'])
    expect(error?.name).toBe('UsageError')
    return error?.message ?? ''
  }

  it('nothing there', async () =>
    expect(await refusal('/no/such/bundle.tgz')).toBe('no such file or folder: /no/such/bundle.tgz'))

  it('another checksum', async () => {
    expect(await refusal(await archived(await smallBundle('3.1.7', 'evil')), 'ab'.repeat(32))).toMatch(
      /has the SHA-256 \w{64}, not the one given/,
    )
  })

  it('an archive cut short', async () => {
    const file = await archived(await smallBundle('3.1.7', 'evil'))
    await writeFile(file, (await readFile(file)).subarray(0, 200))
    expect(await refusal(file)).toMatch(/cannot be unpacked/)
  })

  it('an archive that is none', async () => {
    const file = join(await scratch(), 'page.tgz')
    await writeFile(file, '<!doctype html>')
    expect(await refusal(file)).toMatch(/cannot be unpacked|no AdCP bundle/)
  })

  it('names that lead outside', async () => {
    const root = await smallBundle('3.1.7', 'evil')
    const file = join(await scratch(), 'outside.tgz')
    await create({ gzip: true, file, cwd: join(root, 'schemas'), preservePaths: true }, ['../schemas/manifest.json'])
    expect(await refusal(file)).toMatch(/cannot be unpacked|no AdCP bundle/)
  })

  it('links', async () => {
    const root = await smallBundle('3.1.8', 'evil')
    const linked = join(await scratch(), 'adcp')
    await symlink(root, linked)
    const file = join(await scratch(), 'linked.tgz')
    await create({ gzip: true, file, cwd: dirname(linked) }, ['adcp'])
    expect(await refusal(file)).toMatch(/no AdCP bundle/)
  })

  it('a folder without a manifest', async () =>
    expect(await refusal(await scratch())).toMatch(/no schemas\/manifest\.json/))

  it.each([
    ['not JSON', '{'],
    ['no version', '{}'],
    ['a version that is a path', '{"adcp_version":"../../3.1.7"}'],
  ])('a manifest with %s', async (_, text) => {
    const root = await smallBundle('3.1.7', 'evil')
    await writeFile(join(root, 'schemas', 'manifest.json'), text)
    expect(await refusal(root)).toMatch(/manifest\.json (is not JSON|names no adcp_version)/)
  })

  const board = (more = '') => `id: x\nphases:\n  - {id: p, steps: [{id: s, task: say}]}\n${more}`

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['a schema that is not JSON', { 'schemas/core/word.json': '{' }, /schemas\/core\/word\.json is not JSON/],
    [
      'a schema of another release',
      { 'schemas/core/word.json': '{"$id":"/schemas/3.1.8/core/word.json"}' },
      /schemas\/core\/word\.json is \/schemas\/3\.1\.8\/core\/word\.json, not of release 3\.1\.7/,
    ],
    [
      'a task without its schema',
      { 'schemas/manifest.json': '{"adcp_version":"3.1.7","tools":{"say":{"request_schema":"a/none.json"}}}' },
      /the schema a\/none\.json of the task say is missing/,
    ],
    [
      'storyboards of another release',
      { 'compliance/index.json': '{"adcp_version":"3.1.8"}', 'compliance/universal/x.yaml': board() },
      /the schemas are of 3\.1\.7 and the storyboards of "3\.1\.8"/,
    ],
    [
      'storyboards without an index',
      { 'compliance/universal/x.yaml': board() },
      /compliance\/index\.json cannot be read/,
    ],
    [
      'a storyboard that cannot be read',
      { 'compliance/index.json': '{"adcp_version":"3.1.7"}', 'compliance/universal/x.yaml': board('requires: []\n') },
      /a storyboard cannot be read, universal\/x\.yaml:4:1 {2}requires must not be empty/,
    ],
  ])('%s', async (_, files, message) => {
    const root = await smallBundle('3.1.7', 'evil')
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    }
    expect(await refusal(root)).toMatch(message)
  })
})
