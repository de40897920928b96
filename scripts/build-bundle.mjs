// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { dist, packageFolder, root } from './project.mjs'
import { thirdPartyLicences } from './third-party-licences.mjs'

const entries = ['src/index.ts', 'src/cli/main.ts', 'src/cli/self-test/worker.ts', 'src/cli/loop/agent-process.ts'].map(
  (file) => join(root, file),
)

/** Dependencies that are CommonJS call `require` for what Node itself offers. */
const banner = `import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);`

/**
 * Bundles the program with all that it depends on into dist/, and writes the declarations of the library.
 * Not minified: a stack trace from someone else's machine must name the function and the line.
 */
export async function buildBundle() {
  const entryPoints = entries.filter((file) => existsSync(file))
  if (entryPoints.length === 0) return
  const { metafile } = await build({
    entryPoints,
    outbase: join(root, 'src'),
    outdir: dist,
    absWorkingDir: root,
    chunkNames: 'chunks/[name]-[hash]',
    banner: { js: banner },
    bundle: true,
    splitting: true,
    legalComments: 'none',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    metafile: true,
    logLevel: 'warning',
  })
  removeOldChunks(Object.keys(metafile.outputs))
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicences(Object.keys(metafile.inputs)))
  if (existsSync(join(root, 'src/index.ts'))) emitDeclarations()
}

/** @param {readonly string[]} written paths below the top folder */
function removeOldChunks(written) {
  const folder = join(dist, 'chunks')
  const current = new Set(written.map((file) => join(root, file)))
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    if (!current.has(join(folder, file))) rmSync(join(folder, file))
  }
}

function emitDeclarations() {
  const types = join(dist, 'types')
  rmSync(types, { recursive: true, force: true })
  const compiler = join(packageFolder('typescript'), 'bin/tsc')
  const args = [compiler, '--project', 'tsconfig.build.json']
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
