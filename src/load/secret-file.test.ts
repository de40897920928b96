import { writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { scratchFolder } from './scratch-folder.fixture.ts'
import { readSecretFile } from './secret-file.ts'

it('reads a token, without the space around it, from a file that can be one', async () => {
  const folder = await scratchFolder({})
  const file = `${folder}/token`
  await writeFile(file, ' abc\n')
  expect(await readSecretFile(file)).toBe('abc')
  await writeFile(file, ' \n')
  await expect(readSecretFile(file)).rejects.toThrow(/is empty/)
  await writeFile(file, 'x'.repeat(70_000))
  await expect(readSecretFile(file)).rejects.toThrow(/too large for a token \(70000 bytes\)/)
})
