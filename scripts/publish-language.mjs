// @ts-check
// Writes docs/language.md from src/load/language-table.ts and the schema of the storyboards: npm run publish-language
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { dist, root } from './project.mjs'

const outfile = join(dist, `.language-${process.pid}.mjs`)
await build({
  entryPoints: [join(root, 'src/load/language-page.ts')],
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  outfile,
})
try {
  const { languagePage } = await import(pathToFileURL(outfile).href)
  writeFileSync(join(root, 'docs/language.md'), languagePage())
} finally {
  rmSync(outfile)
}
