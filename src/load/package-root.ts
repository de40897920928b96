import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packageName = 'adcp-gov-comply'
let found: string | undefined

/** The folder that this package is installed in, with its storyboards, schemas and test kits; from the sources and from dist/ alike. */
export function packageRoot(): string {
  found ??= climb(dirname(fileURLToPath(import.meta.url)))
  return found
}

function climb(folder: string): string {
  if (isOurs(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error(`no package.json of ${packageName} above ${fileURLToPath(import.meta.url)}`)
  return climb(parent)
}

function isOurs(file: string): boolean {
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === packageName
}
