import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from './package-root.ts'

/**
 * SHA-256, in hex, of all that decides a verdict here: the built code, by the digest that the build wrote down, and the storyboards,
 * profiles, requirements and test kits as they stand now. Undefined when nothing is built.
 */
export async function edition(root = packageRoot()): Promise<string | undefined> {
  const build = join(root, 'dist', 'build.json')
  if (!existsSync(build)) return undefined
  const hash = createHash('sha256').update(await readFile(build))
  for (const file of [...(await filesBelow(root, 'storyboards')), ...(await filesBelow(root, 'test-kits'))])
    hash.update(`\0${file}\0`).update(await readFile(join(root, file)))
  return hash.digest('hex')
}

async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, encoding: 'utf8' })
  return entries
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
}
