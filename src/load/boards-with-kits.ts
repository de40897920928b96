import type { Located } from '../model/located.ts'
import type { LoadedBoard } from '../model/suite.ts'
import type { TestKit } from '../model/test-kit.ts'
import { requireKitValues } from './kit-gaps.ts'
import { resolveTestKit } from './resolve-test-kit.ts'
import type { FoundBoard, Shelf } from './shelf.ts'
import { loadTestKit } from './test-kit.ts'

/**
 * Storyboards with the test kits that they name, or with the one that takes the place of all. Each kit is read once.
 * @throws AuthoringError for a kit that is missing, wrong, or lacks what the storyboards draw from it
 */
export async function boardsWithKits(
  boards: readonly FoundBoard[],
  { shown }: Shelf,
  override: Located<TestKit> | undefined,
): Promise<readonly LoadedBoard[]> {
  const kits = new Map<string, Promise<Located<TestKit>>>()
  const paired = await Promise.all(
    boards.map(async (board) => {
      const ref = board.source.value.prerequisites?.test_kit
      const source = renamed(board.source, shown)
      if (override || ref === undefined) return { ...board, source, kit: override }
      const file = resolveTestKit(ref, board.source)
      const kit = kits.get(file) ?? loadTestKit(file)
      kits.set(file, kit)
      return { ...board, source, kit: renamed(await kit, shown) }
    }),
  )
  requireKitValues(paired)
  return paired
}

function renamed<T>(source: Located<T>, shown: Shelf['shown']): Located<T> {
  return { ...source, file: shown(source.file) }
}
