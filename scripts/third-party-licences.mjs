// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './project.mjs'

/** Parts of these are in the compiled validators, which esbuild's list of inputs does not name. */
const inValidators = ['ajv', 'ajv-formats'].map((name) => `node_modules/${name}/package.json`)

/**
 * Name, version and licence text of every package of which something was bundled.
 * @param {readonly string[]} inputs paths of bundled files below the top folder
 */
export function thirdPartyLicences(inputs) {
  const folders = new Set([...inputs, ...inValidators].filter((file) => file.includes('node_modules/')).map(packageOf))
  const sections = [...folders].sort().map(licenceOf)
  return [...new Set(sections)].join(`\n${'-'.repeat(80)}\n\n`)
}

/**
 * The nearest folder with a named package.json: some packages keep a nameless one in their build folders.
 * @param {string} file
 */
function packageOf(file) {
  let folder = dirname(join(root, file))
  while (readManifest(folder)?.name === undefined) folder = dirname(folder)
  return folder
}

/** @param {string} folder */
function licenceOf(folder) {
  const { name, version, license } = readManifest(folder)
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file === undefined ? 'The package carries no licence text.' : readFileSync(join(folder, file), 'utf8')
  return `${name} ${version} (${license})\n\n${text.trim()}\n`
}

/** @param {string} folder */
function readManifest(folder) {
  const file = join(folder, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
