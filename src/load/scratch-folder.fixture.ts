import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder with these files in it, by path below it; removed when the test ends. */
export async function scratchFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'adcp-gov-comply-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** One file with this content. */
export async function scratchFile(content: string | Uint8Array): Promise<string> {
  return join(await scratchFolder({ 'file.yaml': content }), 'file.yaml')
}

/** What an error says of one scratch file, without the name of the file. */
export async function messageOf(attempt: Promise<unknown>, file: string): Promise<string> {
  const error: unknown = await attempt.then(
    () => new Error('nothing was wrong'),
    (reason: unknown) => reason,
  )
  return String(error instanceof Error ? error.message : error)
    .replaceAll(`${file}:`, '')
    .replaceAll(file, 'FILE')
}
