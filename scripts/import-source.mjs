// @ts-check
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { dist, root } from './project.mjs'

/**
 * What a TypeScript file of the program exports, for scripts that write down what the program knows of itself.
 * @param {string} file below the root of the project
 */
export async function importSource(file) {
  const outfile = join(dist, `.source-${process.pid}.mjs`)
  await build({
    entryPoints: [join(root, file)],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    outfile,
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile)
  }
}
