import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { isJsonObject, type Json } from '../model/json.ts'
import type { Located } from '../model/located.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { Family } from '../model/suite.ts'
import { bundledRelease } from './bundled-schemas.ts'
import { findStoryboards } from './find-storyboards.ts'
import { packageRoot } from './package-root.ts'
import { loadStoryboards } from './storyboard.ts'

export interface OfficialBoard {
  readonly source: Located<Storyboard>
  readonly family: Family
}

/** The official storyboards of one AdCP release. */
export interface OfficialSuite {
  readonly release: string
  readonly boards: readonly OfficialBoard[]
  /** SHA-256, in hex, of all that they say. */
  readonly digest: string
}

/** The folder with the official storyboards of a release, in this build or in an installed bundle; undefined when neither has them. */
export function officialFolder(release: string, bundles?: string): string | undefined {
  const bundle = bundles === undefined ? undefined : bundledRelease(bundles, release)
  const folders = [
    ...(bundle ? [join(bundle.folder, 'compliance')] : []),
    join(packageRoot(), 'dist', 'adcp', release, 'compliance'),
  ]
  return folders.find((folder) => existsSync(join(folder, 'index.json')))
}

/**
 * Loads all official storyboards below such a folder.
 * @throws AuthoringError for one that cannot be run as written
 */
export async function loadOfficialSuite(folder: string, release: string): Promise<OfficialSuite> {
  const files = await findStoryboards(folder)
  const ours = files.filter((file) => familyOf(file, folder) !== undefined)
  const loaded = await Promise.all(ours.map(loadStoryboards))
  const boards = loaded.flat().map((source) => ({ source, family: familyOf(source.file, folder) ?? universal }))
  const hash = createHash('sha256')
  for (const { source } of boards) hash.update(JSON.stringify(source.value))
  return { release, boards, digest: hash.digest('hex') }
}

/** The release of the official tree that a file stands in, by the index above it; undefined for a file of anybody else. */
export function releaseAround(file: string): string | undefined {
  const parts = file.split(sep)
  for (let end = parts.length - 1; end > 0; end -= 1) {
    const index = join(parts.slice(0, end).join(sep) || sep, 'index.json')
    const release = existsSync(index) ? releaseIn(index) : undefined
    if (release !== undefined) return release
  }
  return undefined
}

const universal: Family = { kind: 'universal' }

/** The folders say it: universal/, protocols/<id>/, specialisms/<id>/. `domains/` repeats protocols and is passed over. */
function familyOf(file: string, folder: string): Family | undefined {
  const [kind, id = ''] = relative(folder, file).split(sep)
  if (kind === 'universal') return universal
  if (kind === 'protocols') return { kind: 'protocol', id }
  return kind === 'specialisms' ? { kind: 'specialism', id } : undefined
}

function releaseIn(index: string): string | undefined {
  try {
    const value: Json = JSON.parse(readFileSync(index, 'utf8'))
    return isJsonObject(value) && 'universal' in value && typeof value.adcp_version === 'string'
      ? value.adcp_version
      : undefined
  } catch {
    return undefined
  }
}
