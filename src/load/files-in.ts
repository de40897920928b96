import { readdir } from 'node:fs/promises'
import { UsageError } from '../errors.ts'

/** What stands in a folder. */
export interface FolderContent {
  /** Names of plain files. */
  readonly files: readonly string[]
  /** Names of whatever else: folders, links, pipes. */
  readonly others: readonly string[]
}

/**
 * What stands in a folder itself, not below; links are not followed.
 * @throws UsageError when there is no such folder
 */
export async function filesIn(folder: string): Promise<FolderContent> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  if (!entries) throw new UsageError(`no such folder: ${folder}`)
  const named = (isWanted: boolean) =>
    entries.flatMap((entry) => (entry.isFile() === isWanted ? [entry.name] : [])).sort()
  return { files: named(true), others: named(false) }
}
