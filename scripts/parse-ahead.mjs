// @ts-check
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { officialManifest } from './official-data.mjs'
import { dist, root } from './project.mjs'
import { rebuildWhenChanged } from './rebuild-when-changed.mjs'

/** Where the YAML files are that come with the program. */
const folders = [
  join(root, 'storyboards'),
  join(root, 'test-kits'),
  join(dist, 'adcp', officialManifest.adcp_version, 'compliance'),
]

/** Writes each YAML file that comes with the program once more as JSON, under the checksum of its text: src/load/parsed-ahead.ts reads them. */
export async function parseAhead() {
  const files = folders.flatMap(yamlFilesBelow)
  const code = ['yaml-file.ts', 'parsed-ahead.ts', 'places.ts'].map((name) => join(root, 'src/load', name))
  await rebuildWhenChanged(join(dist, 'parsed'), [...code, ...files], (folder) => writeAll(files, folder))
}

/** @param {readonly string[]} files @param {string} folder */
async function writeAll(files, folder) {
  const { parseYaml, parsedName } = await loadReader(folder)
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const parsed = parsedOrNone(() => parseYaml(text, file))
    if (parsed) writeFileSync(join(folder, parsedName(text)), JSON.stringify(parsed))
  }
}

/** A file that breaks our rules is left to be complained of when it is loaded. @param {() => object} parse */
function parsedOrNone(parse) {
  try {
    return parse()
  } catch {
    return undefined
  }
}

/**
 * The program's own reader, so that both ways of reading give the same.
 * @param {string} folder for the file that it is imported from
 */
async function loadReader(folder) {
  const outfile = join(folder, 'reader.mjs')
  await build({
    stdin: {
      contents: "export { parseYaml } from './yaml-file.ts'; export { parsedName } from './parsed-ahead.ts'",
      resolveDir: join(root, 'src/load'),
    },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    outfile,
  })
  const reader = await import(pathToFileURL(outfile).href)
  rmSync(outfile)
  return reader
}

/** @param {string} folder @returns {readonly string[]} */
function yamlFilesBelow(folder) {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  return entries
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => join(folder, file))
}
