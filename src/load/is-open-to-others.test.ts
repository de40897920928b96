import { chmodSync } from 'node:fs'
import { platform } from 'node:os'
import { expect, it } from 'vitest'
import { isOpenToOthers } from './is-open-to-others.ts'
import { scratchFile } from './scratch-folder.fixture.ts'

it.skipIf(platform() === 'win32').each([
  [0o600, false],
  [0o400, false],
  [0o640, true],
  [0o604, true],
  [0o620, true],
])('of a file with the mode %o says %j', async (mode, open) => {
  const file = await scratchFile('x')
  chmodSync(file, mode)
  expect(await isOpenToOthers(file)).toBe(open)
})
