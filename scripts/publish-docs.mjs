// @ts-check
// Writes docs/commands.md from the help of the program: npm run docs
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { dist, root } from './project.mjs'

const outfile = join(dist, `.commands-${process.pid}.mjs`)
await build({
  entryPoints: [join(root, 'src/cli/commands-page.ts')],
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  outfile,
})
try {
  const { commandsPage } = await import(pathToFileURL(outfile).href)
  writeFileSync(join(root, 'docs/commands.md'), commandsPage())
} finally {
  rmSync(outfile)
}
