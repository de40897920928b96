// @ts-check
// Writes docs/commands.md from the help of the program: npm run docs
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importSource } from './import-source.mjs'
import { root } from './project.mjs'

const { commandsPage } = await importSource('src/cli/commands-page.ts')
writeFileSync(join(root, 'docs/commands.md'), commandsPage())
