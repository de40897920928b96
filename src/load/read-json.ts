import { UsageError } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { readBytes } from './read-bytes.ts'

const largest = 512 * 1024 * 1024

/**
 * A file of JSON.
 * @throws UsageError when there is none, or it holds something else
 */
export async function readJson(file: string): Promise<Json> {
  const bytes = await readBytes(file, largest)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json
  } catch {
    throw new UsageError(`${file} holds no JSON`)
  }
}
