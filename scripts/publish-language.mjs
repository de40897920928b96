// @ts-check
// Writes docs/language.md from src/load/language/language-table.ts and the schema of the storyboards: npm run publish-language
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importSource } from './import-source.mjs'
import { root } from './project.mjs'

const { languagePage } = await importSource('src/load/language/language-page.ts')
writeFileSync(join(root, 'docs/language.md'), languagePage())
