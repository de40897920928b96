import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { openLog } from './log.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('has each line on the disk as soon as it is written', async () => {
  const file = join(folder, 'run.ndjson')
  const log = openLog(file)
  log.write('{"a":"ü"}\n')
  expect(await readFile(file, 'utf8')).toBe('{"a":"ü"}\n')
  log.write('{}\n')
  log.close()
  expect(await readFile(file, 'utf8')).toBe('{"a":"ü"}\n{}\n')
  expect(log.problem()).toBeUndefined()
})

it.skipIf(process.platform !== 'linux')('remembers a full disk, and lets the run go on', () => {
  const log = openLog('/dev/full')
  log.write('a\n')
  log.write('b\n')
  log.close()
  expect(log.problem()).toEqual(
    new UsageError('cannot write /dev/full: the disk is full. Make room, or name a path elsewhere.'),
  )
})

it('says at once that it cannot begin', () => {
  expect(() => openLog(join(folder, 'none', 'run.ndjson'))).toThrow('its directory does not exist')
})
