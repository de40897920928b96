import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AuthoringError, UsageError } from '../errors.ts'
import { isJsonObject } from '../model/json.ts'
import { nearestNames } from './nearest-names.ts'
import { readText, readYaml } from './yaml-file.ts'

/**
 * The storyboard files at these paths: files as named, folders with all storyboards below them, sorted. In a folder a YAML file
 * without phases (a schema in prose, a catalogue) is passed over; a file that cannot be read is kept, so that loading it says why.
 * @throws AuthoringError for a named file that is no storyboard
 * @throws UsageError for a path that is not there, or a folder without storyboards
 */
export async function findStoryboards(paths: string | readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of [paths].flat()) found.push(...(await storyboardsAt(path)))
  return [...new Set(found)]
}

async function storyboardsAt(path: string): Promise<readonly string[]> {
  const info = await stat(path).catch(() => undefined)
  if (!info) throw new UsageError(`no such file or folder: ${path}`)
  if (!info.isDirectory()) return [await namedStoryboard(path)]
  const found: string[] = []
  for (const file of await yamlFilesBelow(path)) if (await mayBeStoryboard(file)) found.push(file)
  if (found.length === 0) throw new UsageError(`no storyboards below ${path}: no *.yaml file there has phases`)
  return found
}

async function namedStoryboard(file: string): Promise<string> {
  const { value } = await readYaml(file)
  if (hasPhases(value)) return file
  throw new AuthoringError([{ file, line: 1, column: 1, message: 'this is no storyboard: it has no "phases"' }])
}

async function yamlFilesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
  const folders = entries.filter((entry) => entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name))
  const below: string[] = []
  for (const { name } of folders) below.push(...(await yamlFilesBelow(join(folder, name))))
  return [...files.map(({ name }) => join(folder, name)), ...below].sort()
}

/** Most storyboards show at once what they are, and need not be parsed for it. */
async function mayBeStoryboard(file: string): Promise<boolean> {
  try {
    if (/^phases:/m.test(await readText(file))) return true
    return hasPhases((await readYaml(file)).value)
  } catch (error) {
    if (error instanceof AuthoringError) return true
    throw error
  }
}

/** Also when the word is misspelt: such a storyboard must be complained of, not lost. */
function hasPhases(value: unknown): boolean {
  return isJsonObject(value) && nearestNames('phases', Object.keys(value)).length > 0
}
