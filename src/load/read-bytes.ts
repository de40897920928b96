import { readFile, stat } from 'node:fs/promises'
import { UsageError } from '../errors.ts'

/**
 * A whole file, as it is.
 * @throws UsageError when there is none, or it has more bytes than this
 */
export async function readBytes(file: string, most: number): Promise<Uint8Array> {
  const info = await stat(file).catch(() => undefined)
  if (!info) throw new UsageError(`no such file: ${file}`)
  if (!info.isFile()) throw new UsageError(`${file} is not a file`)
  if (info.size > most) throw new UsageError(`${file} has ${info.size} bytes; at most ${most} are read`)
  return readFile(file)
}
