import { AuthoringDefect } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Json } from '../model/json.ts'
import type { Located } from '../model/located.ts'
import type { PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { RunOffers } from '../model/run-offers.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { Phase, Step, Storyboard } from '../model/storyboard.ts'
import type { LoadedBoard } from '../model/suite.ts'
import type { TestKit } from '../model/test-kit.ts'
import { boardGate } from '../select/board-gates.ts'
import { everyone } from '../select/everyone.ts'
import { offersOf } from '../select/offers.ts'
import { peerTool } from '../select/peer-tasks.ts'
import { decideStep, type NamedStep, without } from './decide-step.ts'
import { type Placed, prerequisitesOf } from './prerequisites.ts'

/** Lays out what will be sent, in order, and what is decided without sending anything. */
export function planBoard(
  loaded: LoadedBoard,
  agent: AgentProfile,
  schemas: SchemaSet,
  offers: RunOffers = offersOf(),
): PlannedBoard {
  const { source, kit } = loaded
  const gating = { agent, schemas, offers }
  const verdict = boardGate(loaded, { ...gating, agent: everyone(agent, offers.agents) })
  const placed = source.value.phases.flatMap((phase) =>
    phase.steps.map((step) => place(source.value, phase, step, kit)),
  )
  const isMutating = (task: string) => schemas.task(peerTool(task) ?? task)?.mutating ?? false
  const steps = placed.map((one): PlannedStep => {
    const decided = verdict ? without(verdict) : decideStep(one, source.value, gating)
    const { address, phase, step, task } = one
    const standsOn = prerequisitesOf(one, placed, source.value, isMutating)
    return { address, phase, step, task, line: lineOf(source, one), standsOn, ...(decided ? { decided } : {}) }
  })
  return { source, kit, steps }
}

function place(board: Storyboard, phase: Phase, step: Step, kit: Located<TestKit> | undefined): NamedStep {
  return { address: `${board.id}/${phase.id}/${step.id}`, phase, step, ...taskOf(step, kit?.value) }
}

/** `$test_kit.<path>` takes the kit's word for it, then the author's default. */
function taskOf(step: Step, kit: TestKit | undefined): { task: string; defect?: string } {
  const path = /^\$test_kit\.(.*)$/.exec(step.task)?.[1]
  if (path === undefined) return { task: step.task }
  try {
    const named = readPath((kit ?? null) as Json, path)
    return { task: typeof named === 'string' ? named : (step.task_default ?? step.task) }
  } catch (error) {
    if (error instanceof AuthoringDefect) return { task: step.task, defect: `task: ${error.message}` }
    throw error
  }
}

function lineOf(source: Located<Storyboard>, { phase, step }: Placed): number {
  return source.locate(['phases', source.value.phases.indexOf(phase), 'steps', phase.steps.indexOf(step)]).line
}
