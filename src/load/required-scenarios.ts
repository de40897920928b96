import { allBoards, type FoundBoard, idOf, type Shelf } from './shelf.ts'

/**
 * The storyboards with those that they name in `requires_scenarios`, and those name in turn; each that names one which is not there says so.
 */
export async function withRequiredScenarios(
  boards: readonly FoundBoard[],
  shelf: Shelf,
): Promise<readonly FoundBoard[]> {
  if (!boards.some(requiresSome)) return boards
  const all = await allBoards(shelf)
  const found = new Map(boards.map((board) => [idOf(board), board]))
  const queue = [...boards]
  for (let board = queue.shift(); board; board = queue.shift()) {
    const scenarios = (board.source.value.requires_scenarios ?? []).flatMap((id) => all.get(id) ?? [])
    const fresh = scenarios.filter((scenario) => !found.has(idOf(scenario)))
    for (const scenario of fresh) found.set(idOf(scenario), { ...scenario, selectedBy: 'scenarios' })
    queue.push(...fresh)
  }
  return [...found.values()].map((board) => withUnresolved(board, all, found))
}

function requiresSome({ source }: FoundBoard): boolean {
  return (source.value.requires_scenarios ?? []).length > 0
}

function withUnresolved(
  board: FoundBoard,
  all: ReadonlyMap<string, unknown>,
  found: ReadonlyMap<string, unknown>,
): FoundBoard {
  const ids = board.source.value.requires_scenarios ?? []
  const unresolved = ids.filter((id) => !all.has(id) && !found.has(id))
  return unresolved.length === 0 ? board : { ...board, unresolved }
}
