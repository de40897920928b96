import { readPath } from '../json/path.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Json } from '../model/json.ts'
import type { Located } from '../model/located.ts'
import type { Decided, PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'
import { capabilityGate } from '../select/capability-gate.ts'
import { roleGate } from '../select/role-gate.ts'
import { toolGate } from '../select/tool-gate.ts'
import { unsupportedGate } from '../select/unsupported-gate.ts'
import { type Placed, prerequisitesOf } from './prerequisites.ts'

export interface BoardSource {
  readonly source: Located<Storyboard>
  readonly kit: Located<TestKit> | undefined
}

/** Lays out what will be sent, in order, and what is decided without sending anything. */
export function planBoard({ source, kit }: BoardSource, agent: AgentProfile, schemas: SchemaSet): PlannedBoard {
  const board = source.value
  const gate = roleGate(board, agent) ?? capabilityGate(board, agent)
  const placed = board.phases.flatMap((phase) =>
    phase.steps.map(
      (step): Placed => ({
        address: `${board.id}/${phase.id}/${step.id}`,
        phase,
        step,
        task: taskOf(step, kit?.value),
      }),
    ),
  )
  const isMutating = (task: string) => schemas.task(task)?.mutating ?? false
  const steps = placed.map((one): PlannedStep => {
    const decided = gate ? { verdict: gate, validations: [] } : decideStep(board, one, agent)
    const standsOn = prerequisitesOf(one, placed, board, isMutating)
    return { ...one, line: lineOf(source, one), standsOn, ...(decided ? { decided } : {}) }
  })
  return { source, kit, steps }
}

function decideStep(board: Storyboard, { phase, step, task }: Placed, agent: AgentProfile): Decided | undefined {
  return (
    unsupportedGate(board, phase, step) ??
    toolGate(task, agent) ??
    (step.requires_tool === undefined ? undefined : toolGate(step.requires_tool, agent))
  )
}

function taskOf(step: Step, kit: TestKit | undefined): string {
  const path = /^\$test_kit\.(.+)$/.exec(step.task)?.[1]
  if (path === undefined) return step.task
  const named = readPath((kit ?? null) as Json, path)
  return typeof named === 'string' ? named : (step.task_default ?? step.task)
}

function lineOf(source: Located<Storyboard>, { phase, step }: Placed): number {
  return source.locate(['phases', source.value.phases.indexOf(phase), 'steps', phase.steps.indexOf(step)]).line
}
