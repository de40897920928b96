import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Located } from '../model/located.ts'
import type { Profile } from '../model/requirement.ts'
import { asAuthored } from './authored.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads one profile.
 * @throws AuthoringError at file:line:column
 * @throws UsageError when there is no such file
 */
export async function loadProfile(file: string): Promise<Located<Profile>> {
  return asAuthored<Profile>(await readYaml(file), 'profile')
}

/** SHA-256, in hex, of what decides a verdict under this profile; titles and descriptions may change without changing it. */
export function profileDigest({ id, requirements, storyboards, adcp_version }: Profile): string {
  const text = canonicalize({ id, requirements, storyboards, adcp_version })
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex')
}
