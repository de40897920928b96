// @ts-check
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { officialManifest } from './official-data.mjs'
import { packageFolder } from './project.mjs'

/** Not `domains`, which repeats `protocols`. */
const parts = ['index.json', 'universal', 'protocols', 'specialisms', 'test-kits', 'test-vectors']

/**
 * Copies the official storyboards, test kits and vectors of the release whose schemas the build carries.
 * @param {string} folder
 */
export function copyOfficialStoryboards(folder) {
  const corpus = join(packageFolder('@adcp/sdk'), 'compliance/cache', officialManifest.adcp_version)
  for (const part of parts) cpSync(join(corpus, part), join(folder, part), { recursive: true })
}
