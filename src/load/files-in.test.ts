import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { filesIn } from './files-in.ts'
import { scratchFile } from './scratch-folder.fixture.ts'

it('tells plain files from folders and links, which it does not follow', async () => {
  const folder = join(dirname(await scratchFile('x')), 'such')
  mkdirSync(join(folder, 'inner'), { recursive: true })
  writeFileSync(join(folder, 'b'), '')
  writeFileSync(join(folder, 'a'), '')
  symlinkSync(join(folder, 'a'), join(folder, 'link'))
  expect(await filesIn(folder)).toEqual({ files: ['a', 'b'], others: ['inner', 'link'] })
})

it.each(['/no/such/folder', import.meta.filename])('refuses %s, which is no folder', async (path) => {
  await expect(filesIn(path)).rejects.toThrow(UsageError)
})
