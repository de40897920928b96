// @ts-check
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'

/**
 * Writes one ES module per entry of `modules`, each self-contained but for chunks beside it, so that nothing of ajv is
 * needed at run time. What several schemas of a module share is written once.
 * @param {import('ajv').Ajv} ajv with `code: { source: true, esm: true }`
 * @param {Record<string, Record<string, string>>} modules module name → export name → schema id
 * @param {string} folder
 */
export async function compileValidators(ajv, modules, folder) {
  const sources = join(folder, 'sources')
  mkdirSync(sources, { recursive: true })
  for (const [name, exported] of Object.entries(modules)) {
    writeFileSync(join(sources, `${name}.mjs`), standaloneCode.default(ajv, exported))
  }
  const { metafile } = await build({
    entryPoints: Object.keys(modules).map((name) => join(sources, `${name}.mjs`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'shared-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    metafile: true,
    logLevel: 'warning',
  })
  rmSync(sources, { recursive: true })
  return metafile
}
