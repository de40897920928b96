import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AuthoringError, UsageError } from '../errors.ts'
import { findStoryboards } from './find-storyboards.ts'
import { scratchFolder } from './scratch-folder.fixture.ts'

const board = 'id: x\nphases: []\n'

async function found(files: Record<string, string>, ...paths: string[]): Promise<readonly string[]> {
  const folder = await scratchFolder(files)
  const all = await findStoryboards(paths.map((path) => join(folder, path)))
  return all.map((file) => file.slice(folder.length + 1))
}

describe('in a folder', () => {
  it('storyboards are found at any depth, sorted', async () => {
    const files = { 'b.yaml': board, 'a/z.yaml': board, 'a/b/c.yml': board, 'notes.md': board }
    expect(await found(files, '.')).toEqual(['a/b/c.yml', 'a/z.yaml', 'b.yaml'])
  })
  it('other YAML is passed over', async () => {
    const files = {
      'a.yaml': board,
      'prose.yaml': '# words\n',
      'contract.yaml': 'id: x\nrules: []\n',
      'list.yaml': '[1]\n',
    }
    expect(await found(files, '.')).toEqual(['a.yaml'])
  })
  it('what is broken, or misspells "phases", is kept so that loading complains', async () => {
    const files = { 'broken.yaml': 'a: b: c\n', 'misspelt.yaml': 'id: x\nphase: []\n' }
    expect(await found(files, '.')).toEqual(['broken.yaml', 'misspelt.yaml'])
  })
  it('hidden folders, dependencies and links that lead in circles are left alone', async () => {
    const folder = await scratchFolder({ 'a.yaml': board, '.git/b.yaml': board, 'node_modules/c.yaml': board })
    await symlink(folder, join(folder, 'again'))
    expect(await findStoryboards(folder)).toEqual([join(folder, 'a.yaml')])
  })
  it('without storyboards there is nothing to run', async () => {
    await expect(found({ 'a.txt': '' }, '.')).rejects.toThrow(
      /^no storyboards below .*: no \*\.yaml file there has phases$/,
    )
  })
})

describe('by name', () => {
  it('files come in the order they are named, each once', async () => {
    const files = { 'b.yaml': board, 'a.yaml': board }
    expect(await found(files, 'b.yaml', 'a.yaml', 'b.yaml', '.')).toEqual(['b.yaml', 'a.yaml'])
  })
  it('a file that is no storyboard is an authoring error', async () => {
    await expect(found({ 'c.yaml': 'id: x\n' }, 'c.yaml')).rejects.toThrow(AuthoringError)
    await expect(found({ 'c.yaml': 'id: x\n' }, 'c.yaml')).rejects.toThrow(
      'c.yaml:1:1  this is no storyboard: it has no "phases"',
    )
  })
  it('a path that is not there is a usage error', async () => {
    await expect(found({}, 'nowhere')).rejects.toThrow(UsageError)
  })
})
