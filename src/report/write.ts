import { randomUUID } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { access, appendFile, constants, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../errors.ts'

/**
 * Writes a whole file or none: beside its place first, then renamed into it. A device or a pipe is written to directly.
 * @throws UsageError that says why the file cannot be written.
 */
export async function writeFileAtomic(path: string, text: string | Uint8Array): Promise<void> {
  try {
    const place = await realpath(path).catch(() => path)
    await ((await isReplaceable(place)) ? replace(place, text) : put(place, text, 'w'))
  } catch (error) {
    throw unwritable(path, error)
  }
}

/**
 * Writes a file that only its owner may read, in the place of what was there.
 * @throws UsageError that says why the file cannot be written.
 */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  try {
    await replace(path, text, 0o600)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/**
 * Writes a file that is not there yet.
 * @throws UsageError when it is there, or cannot be written.
 */
export async function writeNewFile(path: string, text: string): Promise<void> {
  try {
    await put(path, text, 'wx')
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** Whether something stands at this path, be it a link that leads nowhere. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/**
 * Makes the folder that a file is to stand in.
 * @throws UsageError when it cannot be made.
 */
export async function makeFolderOf(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
  } catch (error) {
    throw unwritable(path, error)
  }
}

/**
 * Finds out before a long run whether its report can be written.
 * @throws UsageError that says why the file cannot be written.
 */
export async function assertWritable(path: string): Promise<void> {
  try {
    const place = await realpath(path).catch(() => path)
    const replaceable = await isReplaceable(place)
    if (!replaceable) return await access(place, constants.W_OK)
    // Permissions do not tell all: /proc lets nobody make a file. What can be made once can be made again.
    const draft = draftOf(place)
    await put(draft, '', 'wx')
    await rm(draft)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/**
 * Adds to the end of a file.
 * @throws UsageError that says why the file cannot be written.
 */
export async function appendTo(path: string, text: string): Promise<void> {
  try {
    await appendFile(path, text)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** False for what must be written to as it is: /dev/stdout, a named pipe. */
async function isReplaceable(place: string): Promise<boolean> {
  const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (found?.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' })
  return found === undefined || found.isFile()
}

async function replace(place: string, text: string | Uint8Array, mode?: number): Promise<void> {
  const draft = draftOf(place)
  try {
    await put(draft, text, 'wx', mode)
    await rename(draft, place)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
}

function draftOf(place: string): string {
  return join(dirname(place), `.${basename(place)}.${randomUUID()}.tmp`)
}

async function put(place: string, text: string | Uint8Array, flags: 'w' | 'wx', mode = 0o666): Promise<void> {
  const file = await open(place, flags, mode)
  try {
    await file.writeFile(text)
  } finally {
    await file.close()
  }
}

const causes: Readonly<Record<string, string>> = {
  EEXIST: 'it is there already. Name another path, or replace it with --force',
  ENOENT: 'its directory does not exist. Make the directory first',
  ENOTDIR: 'a part of the path is not a directory. Name another path',
  EISDIR: 'it is a directory. Name a file in it',
  EACCES: 'permission denied. Name a path that you may write to',
  EPERM: 'permission denied. Name a path that you may write to',
  EROFS: 'the file system is read-only. Name a path elsewhere',
  EFBIG: 'the file would be larger than a limit allows (ulimit -f). Raise the limit, or write less',
  ENOSPC: 'the disk is full. Make room, or name a path elsewhere',
  EDQUOT: 'your disk quota is used up. Make room, or name a path elsewhere',
  ENAMETOOLONG: 'the name is too long. Name a shorter path',
}

/** What keeps a file from being written, and the way out. */
export function unwritable(path: string, error: unknown): UsageError {
  const { code = '', message } = error as NodeJS.ErrnoException
  return new UsageError(`cannot write ${path}: ${causes[code] ?? `${message}. Name another path`}.`, { cause: error })
}
