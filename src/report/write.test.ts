import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { assertWritable, writeFileAtomic } from './write.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('writes a new file and leaves no draft', async () => {
  await writeFileAtomic(join(folder, 'report.json'), 'text')
  expect(await readdir(folder)).toEqual(['report.json'])
  expect(await readFile(join(folder, 'report.json'), 'utf8')).toBe('text')
})

it('replaces an older file', async () => {
  const file = join(folder, 'report.json')
  await writeFile(file, 'a much longer older text')
  await writeFileAtomic(file, 'new')
  expect(await readFile(file, 'utf8')).toBe('new')
})

it('follows a link to the file behind it', async () => {
  await writeFile(join(folder, 'real'), 'old')
  await symlink(join(folder, 'real'), join(folder, 'link'))
  await writeFileAtomic(join(folder, 'link'), 'new')
  expect(await readFile(join(folder, 'real'), 'utf8')).toBe('new')
})

it('writes to a device as it is', async () => {
  await writeFileAtomic('/dev/null', 'text')
  await assertWritable('/dev/null')
  expect((await readdir('/dev')).filter((name) => name.includes('.tmp'))).toEqual([])
})

it.each([
  ['a missing directory', 'absent/report.json', 'its directory does not exist. Make the directory first.'],
  ['a directory', 'sub', 'it is a directory. Name a file in it.'],
  ['a path through a file', 'file/report.json', 'a part of the path is not a directory. Name another path.'],
  ['a name that is too long', 'x'.repeat(300), 'the name is too long. Name a shorter path.'],
])('refuses %s with its cause and the way out, before and after the run', async (_name, path, words) => {
  await mkdir(join(folder, 'sub'))
  await writeFile(join(folder, 'file'), '')
  const error = new UsageError(`cannot write ${join(folder, path)}: ${words}`)
  await expect(assertWritable(join(folder, path))).rejects.toEqual(error)
  await expect(writeFileAtomic(join(folder, path), 'text')).rejects.toEqual(error)
  expect((await readdir(folder)).sort()).toEqual(['file', 'sub'])
})

it.skipIf(process.getuid?.() === 0)('refuses a directory without permission', async () => {
  await chmod(folder, 0o500)
  await expect(assertWritable(join(folder, 'x'))).rejects.toThrow('permission denied')
})
