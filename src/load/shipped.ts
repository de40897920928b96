import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Located } from '../model/located.ts'
import type { Profile, Requirement } from '../model/requirement.ts'
import { findStoryboards } from './find-storyboards.ts'
import { packageRoot } from './package-root.ts'
import { loadProfile } from './profile.ts'
import { loadRequirements } from './requirements.ts'

/** Files of the storyboards that come with this program. */
export function shippedStoryboards(): Promise<readonly string[]> {
  return findStoryboards(join(packageRoot(), 'storyboards'))
}

/** The profiles that come with this program. */
export async function shippedProfiles(): Promise<readonly Located<Profile>[]> {
  return Promise.all((await yamlFilesIn('profiles')).map(loadProfile))
}

/** The requirements of all roles that this program knows, in the order of their files. */
export async function shippedRequirements(): Promise<readonly Requirement[]> {
  return (await Promise.all((await yamlFilesIn('requirements')).map(loadRequirements))).flat()
}

async function yamlFilesIn(name: string): Promise<readonly string[]> {
  const folder = join(packageRoot(), 'storyboards', name)
  const files = await readdir(folder)
  return files
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => join(folder, file))
}
