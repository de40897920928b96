import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SelfTestStamp } from '../model/run-report.ts'
import { edition } from './edition.ts'
import { packageRoot } from './package-root.ts'

/** What `self-test --json` writes, as far as a report repeats it. */
interface WrittenMatrix {
  readonly edition?: string
  readonly digest: string
  readonly adcp_version: string
  readonly counts: { readonly [count in 'faults' | 'killed' | 'variants' | 'left_in_peace']: number }
}

/**
 * What the self-test in dist/kill-matrix.json found; undefined when there is none, when it was made at another AdCP line than this,
 * or with another edition of this program: a report must not boast of a test that something else has passed.
 */
export async function selfTestStamp(line: string, root = packageRoot()): Promise<SelfTestStamp | undefined> {
  const file = join(root, 'dist', 'kill-matrix.json')
  if (!existsSync(file)) return undefined
  const written = JSON.parse(await readFile(file, 'utf8')) as WrittenMatrix
  if (written.adcp_version !== line) return undefined
  if (written.edition === undefined || written.edition !== (await edition(root))) return undefined
  const { faults, killed, variants, left_in_peace } = written.counts
  return { digest: written.digest, adcp: written.adcp_version, faults, killed, variants, leftInPeace: left_in_peace }
}
