import type { AgentProfile } from '../model/agent-profile.ts'
import type { NotSelected } from '../model/plan.ts'
import type { LoadedBoard } from '../model/suite.ts'
import { claimsFamily } from './claims.ts'

export interface SelectedBoards {
  readonly boards: readonly LoadedBoard[]
  readonly notSelected: readonly NotSelected[]
}

/**
 * The storyboards that apply to an agent by its own claims, with those that they require beside them; and why each other one was left out.
 * What was asked for by name is always in.
 */
export function selectBoards(all: readonly LoadedBoard[], agent: AgentProfile): SelectedBoards {
  const required = requiredBy(
    all.filter((board) => isChosen(board, agent)),
    all,
  )
  const boards = all.filter((board) => isChosen(board, agent) || required.has(board.source.value.id))
  const others = all.filter((board) => !boards.includes(board))
  return {
    boards,
    notSelected: others.map((board) => ({ storyboard: board.source.value.id, reason: why(board, agent) })),
  }
}

function isChosen({ selectedBy, family, source }: LoadedBoard, agent: AgentProfile): boolean {
  if (selectedBy === undefined) return true
  if (source.value.phases.length === 0) return false
  return selectedBy === 'claims' && family !== undefined && claimsFamily(family, agent) === true
}

/** Ids of all storyboards that these require, and those require in turn. */
function requiredBy(boards: readonly LoadedBoard[], all: readonly LoadedBoard[]): ReadonlySet<string> {
  const ids = new Set<string>()
  const queue = [...boards]
  for (let board = queue.pop(); board; board = queue.pop()) {
    const fresh = (board.source.value.requires_scenarios ?? []).filter((id) => !ids.has(id))
    for (const id of fresh) ids.add(id)
    queue.push(...all.filter(({ source }) => fresh.includes(source.value.id)))
  }
  return ids
}

function why({ family, source }: LoadedBoard, agent: AgentProfile): string {
  const { id, version, phases } = source.value
  if (phases.length === 0) return `no_phases: ${id} ${version ?? ''} is a placeholder without steps`
  if (family === undefined || family.kind === 'universal') return 'no storyboard of this run requires it'
  const name = `the ${family.kind} ${family.id}`
  return agent.capabilities
    ? `for ${name}, which the agent does not claim`
    : `for ${name}; without a valid capability reply nothing tells whether the agent claims that`
}
