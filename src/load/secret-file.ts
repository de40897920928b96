import { readFile, stat } from 'node:fs/promises'
import { UsageError } from '../errors.ts'

/**
 * The secret in a file, without the space around it.
 * @throws UsageError when the file cannot be read or holds nothing; its content is never repeated
 */
export async function readSecretFile(file: string): Promise<string> {
  const text = await readSmall(file).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof UsageError) throw error
    throw new UsageError(`cannot read ${file}: ${causes[error.code ?? ''] ?? error.message}`, { cause: error })
  })
  const secret = text.trim()
  if (secret === '') throw new UsageError(`${file} is empty. Write the token into it`)
  return secret
}

/** Bytes; no token is this long. */
const largest = 64 * 1024

async function readSmall(file: string): Promise<string> {
  const { size } = await stat(file)
  if (size > largest)
    throw new UsageError(`${file} is too large for a token (${size} bytes). Name the file that holds just it`)
  return readFile(file, 'utf8')
}

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path',
  EACCES: 'permission denied. Make it readable for you',
  EISDIR: 'it is a directory. Name the file in it',
}
