// @ts-check
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { build } from 'esbuild'
import { root } from './project.mjs'
import { uniqueItems } from './unique-items.mjs'

const runtime = join(root, 'scripts/validator-runtime.mjs')

/**
 * An ajv whose schemas can be given to `compileValidators`.
 * @param {import('ajv').Options} options
 */
export function newAjv(options) {
  const ajv = new Ajv({ ...options, allErrors: true, code: { source: true, esm: true } })
  addFormats.default(ajv)
  ajv.removeKeyword('uniqueItems')
  ajv.addKeyword(uniqueItems(runtime))
  return ajv
}

/**
 * Writes one ES module per entry of `modules`, each self-contained but for chunks beside it, so that nothing of ajv is
 * needed at run time. What several schemas of a module share is written once.
 * @param {import('ajv').Ajv} ajv made by `newAjv`
 * @param {Record<string, Record<string, string>>} modules module name → export name → schema id
 * @param {string} folder
 */
export async function compileValidators(ajv, modules, folder) {
  const sources = join(folder, 'sources')
  mkdirSync(sources, { recursive: true })
  for (const [name, exported] of Object.entries(modules)) {
    writeFileSync(join(sources, `${name}.mjs`), boundErrors(standaloneCode.default(ajv, exported)))
  }
  await build({
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
    logLevel: 'warning',
  })
  rmSync(sources, { recursive: true })
}

/**
 * Ajv has no limit for the errors it collects; the two ways in which its code adds some are replaced.
 * @param {string} code
 */
function boundErrors(code) {
  const bounded = code
    .replaceAll(/vErrors\.push\((err\d+)\)/g, 'addError(vErrors,$1)')
    .replaceAll(/vErrors\.concat\((\w+\.errors)\)/g, 'joinErrors(vErrors,$1)')
  if (/vErrors\.(push|concat)/.test(bounded)) throw new Error('ajv adds errors in a way that is not bounded here')
  return `import { addError, joinErrors } from ${JSON.stringify(runtime)};${bounded}`
}
