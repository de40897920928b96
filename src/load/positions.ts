import { join } from 'node:path'
import { AuthoringError } from '../errors.ts'
import type { Position } from '../model/position.ts'
import { asAuthored } from './authored.ts'
import { packageRoot } from './package-root.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads a list of positions, in the order of the file.
 * @throws AuthoringError at file:line:column, also when an id stands twice
 * @throws UsageError when there is no such file
 */
export async function loadPositions(file: string): Promise<readonly Position[]> {
  const source = await asAuthored<{ positions: readonly Position[] }>(await readYaml(file), 'position')
  const { positions } = source.value
  const ids = positions.map(({ id }) => id)
  const repeated = ids.findIndex((id, i) => ids.indexOf(id) < i)
  if (repeated < 0) return positions
  const message = `the position "${ids[repeated]}" stands twice; give each its own id`
  throw new AuthoringError([{ file, ...source.locate(['positions', repeated, 'id']), message }])
}

/** The positions that come with this program. */
export function shippedPositions(): Promise<readonly Position[]> {
  return loadPositions(join(packageRoot(), 'storyboards', 'positions.yaml'))
}
