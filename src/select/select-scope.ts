import type { AgentProfile } from '../model/agent-profile.ts'
import type { NotSelected } from '../model/plan.ts'
import type { Family, LoadedBoard } from '../model/suite.ts'
import { asId } from './claims.ts'
import { selectBoards } from './select-boards.ts'

interface Scope {
  readonly boards: readonly LoadedBoard[]
  readonly notSelected: readonly NotSelected[]
  readonly families?: readonly Family[]
}

/** What was loaded, narrowed to what this agent's claims make apply; what was left out is listed with the reason. */
export function selectScope<S extends Scope>(scope: S, agent: AgentProfile): S {
  const { boards, notSelected } = selectBoards(scope.boards, agent)
  const ungraded = scope.families ? ungradedClaims(scope.families, agent) : []
  return { ...scope, boards, notSelected: [...scope.notSelected, ...notSelected, ...ungraded] }
}

/** Claims for which the suite has no storyboards at all: nothing of this run grades them. */
function ungradedClaims(families: readonly Family[], agent: AgentProfile): readonly NotSelected[] {
  const known = new Set(families.map((family) => (family.kind === 'universal' ? '' : `${family.kind} ${family.id}`)))
  const claimed = [
    ...agent.supportedProtocols.map((claim) => `protocol ${asId(claim)}`),
    ...agent.specialisms.map((claim) => `specialism ${asId(claim)}`),
  ]
  return [...new Set(claimed)]
    .filter((claim) => !known.has(claim))
    .map((storyboard) => ({ storyboard, reason: 'claimed by the agent; this suite has no storyboard for it' }))
}
