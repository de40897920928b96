import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundledRelease } from './bundled-schemas.ts'
import { packageRoot } from './package-root.ts'

/**
 * SHA-256, in hex, of the schemas that grade a release here: those of an installed bundle, or the validators that the build
 * made of them, with the list of tasks.
 */
export async function schemaDigest(release: string, bundles?: string): Promise<string> {
  const bundle = bundles === undefined ? undefined : bundledRelease(bundles, release)
  const folder = bundle ? join(bundle.folder, 'schemas') : join(packageRoot(), 'dist', 'adcp', release)
  const hash = createHash('sha256')
  for (const file of await schemaFiles(folder)) hash.update(`\0${file}\0`).update(await readFile(join(folder, file)))
  return hash.digest('hex')
}

async function schemaFiles(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return []
  const all = await readdir(folder, { recursive: true, encoding: 'utf8' })
  return all
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(json|mjs)$/.test(name) && !name.startsWith('compliance/'))
    .sort()
}
