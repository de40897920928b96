import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addBundle } from './bundle/add.ts'
import { packageRoot } from './load/package-root.ts'

const archive = join(packageRoot(), '..', 'shared', 'adcp', 'adcp-3.1.19.tgz')

/** Whether the official bundle of AdCP 3.1 lies beside the repository. Says so, where it does not: what needs it is skipped. */
export function has3_1(what: string): boolean {
  const there = existsSync(archive)
  if (!there) console.warn(`skipped: ${what} at AdCP 3.1, because its bundle is not at ${archive}`)
  return there
}

export interface Installed {
  /** The folder of bundles, with this one in it. */
  readonly bundles: string
  remove(): Promise<void>
}

export async function install3_1(): Promise<Installed> {
  const bundles = await mkdtemp(join(tmpdir(), 'bundles-'))
  await addBundle(archive, bundles)
  return { bundles, remove: () => rm(bundles, { recursive: true, force: true }) }
}
