// @ts-check
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top folder of this package. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const dist = join(root, 'dist')

const require = createRequire(join(root, 'package.json'))

/**
 * Where an installed package lies.
 * @param {string} name
 */
export function packageFolder(name) {
  return dirname(require.resolve(`${name}/package.json`))
}
